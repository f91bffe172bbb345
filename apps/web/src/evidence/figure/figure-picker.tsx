import { useId } from "react";
import { ChoiceField, type Option } from "../../design/choice-field.tsx";
import { useT } from "../../messages/messages.tsx";
import { type EffectFigure, FIGURES, type FigureChoice, type GroupBy } from "../pool-search.ts";
import type { Pooled } from "../shapes.ts";

interface FigurePickerProps {
  readonly answer: Pooled;
  readonly choice: FigureChoice;
  readonly onChoose: (choice: FigureChoice) => void;
}

/** How to look at a pool. A figure that these studies do not allow can be picked too: it says why. */
export function FigurePicker({ answer: { subgroups }, choice: { figure = "forest", by }, onChoose }: FigurePickerProps) {
  const t = useT();
  const show = (key: string | undefined): void => onChoose(key === "forest" || key === undefined ? {} : { figure: key as EffectFigure });
  const group = (key: string | undefined): void => onChoose({ figure: "subgroups", ...(key ? { by: key as GroupBy } : {}) });
  return (
    <div className="no-print grid gap-3">
      <Choice
        label={t("evidence.figure.pick")}
        options={FIGURES.map((key) => ({ key, label: t(`evidence.figure.pick.${key}`) }))}
        chosen={figure}
        onChoose={show}
      />
      {figure === "subgroups" && subgroups.length > 1 ? (
        <Choice
          label={t("evidence.figure.by")}
          options={subgroups.map(({ by: key }) => ({ key, label: t(`plot.by.${key}`) }))}
          chosen={by ?? subgroups[0]!.by}
          onChoose={group}
        />
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChoose: (key: string | undefined) => void;
}

function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <p className="field-label" id={id}>
        {label}
      </p>
      <ChoiceField labelledBy={id} options={options} chosen={chosen} onChoose={onChoose} />
    </div>
  );
}
