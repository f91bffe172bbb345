import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";

export interface Option {
  readonly key: string;
  readonly label: ReactNode;
}

interface ChoiceFieldProps {
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
  readonly absent?: string; // the words for "not recorded", when that is a state one can choose
  readonly onChoose: (key: string | undefined) => void;
}

const ABSENT = "(absent)"; // never a code of knowledge: brackets are not allowed there

/** One of a few. Not recorded stands beside the answers as a state of its own, and one can always go back to it. */
export function ChoiceField({ labelledBy, describedBy, options, chosen, absent, onChoose }: ChoiceFieldProps) {
  return (
    <RadioGroup
      aria-labelledby={labelledBy}
      {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
      className="options"
      orientation="horizontal"
      value={chosen ?? (absent === undefined ? null : ABSENT)}
      onChange={(key) => onChoose(key === ABSENT ? undefined : key)}
    >
      {options.map(({ key, label }) => (
        <Radio key={key} value={key} className="option">
          {label}
        </Radio>
      ))}
      {absent === undefined ? null : (
        <Radio value={ABSENT} className="option option-absent">
          {absent}
        </Radio>
      )}
    </RadioGroup>
  );
}
