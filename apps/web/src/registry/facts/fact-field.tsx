import { ChoiceField, type Option } from "../../design/choice-field.tsx";
import { DayField } from "../../design/day-field.tsx";
import { useDates, useLocalised, useT } from "../../messages/messages.tsx";
import type { FactValue } from "../saving/edits.ts";
import { BackToAbsent } from "./back-to-absent.tsx";
import type { Fact } from "./fact-text.ts";
import { Quantity } from "./quantity-field.tsx";

interface FactFieldProps {
  readonly fact: Fact;
  readonly value: FactValue | undefined;
  readonly asOf: string; // no day of a fact is later
  readonly needed: boolean; // an answer waits for it
  readonly onChange: (value: FactValue | undefined) => void;
}

/** One fact of an evaluation: what is asked on the left, the answer on the right, and a mark where it is recorded. */
export function FactField(props: FactFieldProps) {
  const { fact, value, needed } = props;
  const t = useT();
  const localised = useLocalised();
  const id = `fact-${fact.id}`;
  return (
    <div className={value === undefined ? "fact" : "fact fact-recorded"} id={id}>
      <div>
        <span className="field-label" id={`${id}-label`}>
          {localised(fact.label)}
        </span>
        {fact.help === undefined ? null : (
          <p className="field-hint" id={`${id}-help`}>
            {localised(fact.help)}
          </p>
        )}
        {needed ? <p className="field-hint text-caution">{t("evaluation.needed")}</p> : null}
      </div>
      <Control {...props} labelledBy={`${id}-label`} describedBy={fact.help === undefined ? undefined : `${id}-help`} />
    </div>
  );
}

type ControlProps = FactFieldProps & { readonly labelledBy: string; readonly describedBy: string | undefined };

function Control(props: ControlProps) {
  const { fact } = props;
  switch (fact.type) {
    case "boolean":
      return <YesNo {...props} />;
    case "code":
      return <Code {...props} fact={fact} />;
    case "date":
      return <Day {...props} />;
    case "integer":
      return fact.range[1] - fact.range[0] <= 5 ? <Grade {...props} fact={fact} /> : <Quantity {...props} fact={fact} />;
    case "number":
      return <Quantity {...props} fact={fact} />;
  }
}

function YesNo({ value, onChange, ...named }: ControlProps) {
  const t = useT();
  const options = [
    { key: "true", label: t("fact.yes") },
    { key: "false", label: t("fact.no") },
  ];
  return <Choice {...named} options={options} value={value} onKey={(key) => onChange(key === undefined ? undefined : key === "true")} />;
}

function Code({ fact, value, onChange, ...named }: ControlProps & { readonly fact: Fact & { type: "code" } }) {
  const localised = useLocalised();
  const options = fact.values.map(({ code, label }) => ({ key: code, label: localised(label) }));
  return <Choice {...named} options={options} value={value} onKey={onChange} />;
}

function Grade({ fact, value, onChange, ...named }: ControlProps & { readonly fact: Fact & { type: "integer" } }) {
  const [least, most] = fact.range;
  const options = Array.from({ length: most - least + 1 }, (_, step) => ({ key: String(least + step), label: least + step }));
  return <Choice {...named} options={options} value={value} onKey={(key) => onChange(key === undefined ? undefined : Number(key))} />;
}

interface ChoiceProps {
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly options: readonly Option[];
  readonly value: FactValue | undefined;
  readonly onKey: (key: string | undefined) => void;
}

function Choice({ labelledBy, describedBy, options, value, onKey }: ChoiceProps) {
  const t = useT();
  const chosen = value === undefined ? undefined : String(value);
  return (
    <ChoiceField
      labelledBy={labelledBy}
      describedBy={describedBy}
      options={options}
      chosen={chosen}
      absent={t("fact.absent")}
      onChoose={onKey}
    />
  );
}

function Day({ value, asOf, onChange, labelledBy, describedBy }: ControlProps) {
  const t = useT();
  const { day } = useDates();
  return (
    <DayField
      labelledBy={labelledBy}
      describedBy={describedBy}
      value={typeof value === "string" ? value : undefined}
      latest={asOf}
      tooLate={t("fact.tooLate", { date: day(asOf) })}
      onChange={onChange}
      after={<BackToAbsent recorded={value !== undefined} of={labelledBy} onClick={() => onChange(undefined)} />}
    />
  );
}
