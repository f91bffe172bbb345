import { NumberField } from "../../design/number-field.tsx";
import { useT } from "../../messages/messages.tsx";
import type { FactValue } from "../saving/edits.ts";
import { BackToAbsent } from "./back-to-absent.tsx";
import { type Fact, unitText } from "./fact-text.ts";
import { type NumberRead, readNumber } from "./read-number.ts";

type NumberFact = Fact & { type: "integer" | "number" };

interface QuantityProps {
  readonly fact: NumberFact;
  readonly value: FactValue | undefined;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly onChange: (value: FactValue | undefined) => void;
}

/** A number with its unit: recorded only when it can be read and lies in its range. */
export function Quantity(props: QuantityProps) {
  const { fact, value, onChange, labelledBy, describedBy } = props;
  const explain = useNumberProblem(fact);
  return (
    <NumberField
      labelledBy={labelledBy}
      describedBy={describedBy}
      value={typeof value === "number" ? value : undefined}
      unit={unitText(fact.unit)}
      read={(text) => readNumber(text, fact)}
      explain={explain}
      onRead={(read) => {
        if (read.kind === "empty") onChange(undefined);
        if (read.kind === "value") onChange(read.value);
        return read.kind === "value" ? read.value : read.kind === "empty" || typeof value !== "number" ? undefined : value;
      }}
      after={<BackToAbsent recorded={value !== undefined} of={labelledBy} onClick={() => onChange(undefined)} />}
    />
  );
}

/** What is wrong with a typed number, and how to mend it. */
function useNumberProblem({ range: [least, most], unit }: NumberFact) {
  const t = useT();
  return (read: NumberRead): string | undefined => {
    if (read.kind === "empty" || read.kind === "value") return undefined;
    if (read.kind === "comma") return t("fact.comma", { meant: read.meant });
    return t(`fact.${read.kind}`, { least, most, unit: unitText(unit) });
  };
}
