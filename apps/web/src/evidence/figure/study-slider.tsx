import { useId } from "react";
import { useT } from "../../messages/messages.tsx";
import { effectSide } from "../effect-side.ts";
import type { Pooled } from "../shapes.ts";
import { useNumbers } from "../use-numbers.ts";

interface StudySliderProps {
  readonly answer: Pooled;
  readonly place: number; // 0: every study is in; i: without the i-th
  readonly onPlace: (place: number) => void;
}

/** Leaves one study out at a time; the arrow keys go through them. What the pool says without it stands beside. */
export function StudySlider({ answer, place, onPlace }: StudySliderProps) {
  const t = useT();
  const id = useId();
  const { studies, k } = answer;
  const name = place === 0 ? t("evidence.slider.all", { k }) : t("evidence.slider.without", { study: studies[place - 1]!.label });
  return (
    <div className="no-print grid gap-2">
      <label className="field-label" htmlFor={id}>
        {t("evidence.slider.label")}
      </label>
      <input
        id={id}
        type="range"
        className="slider"
        min={0}
        max={studies.length}
        step={1}
        value={place}
        aria-valuetext={name}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onPlace(event.currentTarget.valueAsNumber)}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {t("evidence.slider.hint")}
      </p>
      <output className="measure block" htmlFor={id} aria-live="polite">
        <strong className="font-semibold">{name}</strong> <WithoutOne answer={answer} place={place} />
      </output>
    </div>
  );
}

/** The estimate at one place of the slider with studies and number counted, and whether the conclusion turns there. */
function WithoutOne({ answer, place }: Omit<StudySliderProps, "onPlace">) {
  const t = useT();
  const { estimate } = useNumbers();
  const { measure, counted } = answer;
  const { k, n, estimate: value, ci } = place === 0 ? answer : answer.leaveOneOut[place - 1]!;
  const said = t("evidence.slider.pool", { measure, value: estimate(measure, value, ci), k, n, counted });
  if (place === 0) return said;
  const turns = effectSide({ measure, ci }) !== effectSide(answer);
  return `${said} ${t(turns ? "evidence.slider.turns" : "evidence.slider.stays")}`;
}
