import { useId } from "react";
import { useT } from "../messages/messages.tsx";

/** What somebody decided of one difference so far. Nothing is chosen beforehand. */
export interface Choice {
  readonly took: "first" | "second" | "other" | undefined;
  readonly value: string;
  readonly why: string;
}

interface DecisionFieldsProps {
  readonly field: string;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

const WAYS = ["first", "second", "other"] as const;

/** Which reading stands, and why. */
export function DecisionFields({ field, choice, onChoice }: DecisionFieldsProps) {
  const t = useT();
  const id = useId();
  return (
    <fieldset className="relative grid gap-2">
      <legend className="sr-only">{t("extraction.compare.of", { field })}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {WAYS.map((way) => (
          <label key={way} className="flex min-h-8 items-center gap-1.5">
            <input
              type="radio"
              className="tick"
              name={id}
              checked={choice.took === way}
              onChange={() => onChoice({ ...choice, took: way })}
            />
            {t(`extraction.compare.take.${way}`)}
          </label>
        ))}
      </div>
      {choice.took === "other" ? (
        <label className="grid gap-0.5">
          <span className="field-hint">{t("extraction.compare.value")}</span>
          <input
            className="input w-full"
            autoComplete="off"
            value={choice.value}
            onChange={({ target }) => onChoice({ ...choice, value: target.value })}
          />
        </label>
      ) : null}
      <label className="grid gap-0.5">
        <span className="field-hint">{t("extraction.compare.why")}</span>
        <input
          className="input w-full"
          autoComplete="off"
          value={choice.why}
          onChange={({ target }) => onChoice({ ...choice, why: target.value })}
        />
      </label>
    </fieldset>
  );
}
