import { useId } from "react";
import { DayField } from "../design/day-field.tsx";
import { useT } from "../messages/messages.tsx";
import { today } from "./today.ts";

/** The day on which the hip was evaluated; ages of images are counted back from it. */
export function EvaluationDay({ asOf, onChange }: { readonly asOf: string; readonly onChange: (asOf: string) => void }) {
  const t = useT();
  const id = useId();
  return (
    <div className="grid gap-2 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-8 lg:ps-4">
      <div>
        <span className="field-label" id={id}>
          {t("evaluation.day")}
        </span>
        <p className="field-hint" id={`${id}-help`}>
          {t("evaluation.dayHelp")}
        </p>
      </div>
      <DayField
        labelledBy={id}
        describedBy={`${id}-help`}
        value={asOf}
        latest={today()}
        tooLate={t("evaluation.dayTooLate")}
        onChange={(day) => (day === undefined ? undefined : onChange(day))}
      />
    </div>
  );
}
