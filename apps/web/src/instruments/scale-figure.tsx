import type { Score } from "@calcar/instruments";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Mark } from "./scale-marks.ts";
import { ScalePicture } from "./scale-picture.tsx";
import type { Subscale } from "./shapes.ts";
import { useScoreFigure } from "./use-score-words.ts";
import { useThresholdWords } from "./use-threshold-words.ts";

interface ScaleFigureProps {
  readonly subscale: Subscale;
  readonly score: Score;
  readonly marks: readonly Mark[];
}

/** A score on its scale, as a picture and in words, with the two kinds of mark explained where they occur. */
export function ScaleFigure({ subscale, score, marks }: ScaleFigureProps) {
  const t = useT();
  const localised = useLocalised();
  const figure = useScoreFigure();
  const says = useScaleWords();
  const drawn = marks.filter(({ drawnAs }) => drawnAs !== undefined);
  const has = (kind: Mark["drawnAs"]): boolean => drawn.some(({ drawnAs }) => drawnAs === kind);
  const { value, range, direction, unconfirmed } = score;
  const shownValue = value === null ? undefined : figure(subscale, value);
  return (
    <figure className="grid grid-cols-1 gap-1">
      <div className="figure-plot">
        <ScalePicture
          range={range}
          direction={direction}
          marks={drawn}
          value={value ?? undefined}
          shownValue={shownValue}
          isProvisional={unconfirmed.length > 0}
          says={says({ subscale, score, marks: drawn, shownValue })}
        />
      </div>
      <figcaption className="note measure">
        <span className="sr-only">{t("instruments.scale.caption", { name: localised(subscale.name) })}. </span>
        {has("state") ? <span className="block">{t("instruments.scale.states")}.</span> : null}
        {has("change") ? <span className="block">{t("instruments.scale.changes")}.</span> : null}
      </figcaption>
    </figure>
  );
}

/** All of the picture in one text. */
function useScaleWords() {
  const t = useT();
  const localised = useLocalised();
  const { plain } = useNumbers();
  const threshold = useThresholdWords();
  return ({ subscale, score, marks, shownValue }: ScaleFigureProps & { readonly shownValue: string | undefined }): string => {
    const listed = (kind: Mark["drawnAs"]): string =>
      marks
        .filter(({ drawnAs }) => drawnAs === kind)
        .map(({ letter, threshold: each }) =>
          t("instruments.scale.mark", { letter, kind: threshold.kind(each), value: threshold.value(each) }),
        )
        .join("; ");
    const [states, changes] = [listed("state"), listed("change")];
    return t("instruments.scale.says", {
      name: localised(subscale.name),
      low: plain(score.range[0]),
      high: plain(score.range[1]),
      direction: t(`instruments.direction.${score.direction}`),
      value: shownValue === undefined ? t("instruments.scale.saysNoValue") : t("instruments.scale.saysValue", { value: shownValue }),
      states: states === "" ? "" : t("instruments.scale.saysStates", { list: states }),
      changes: changes === "" ? "" : t("instruments.scale.saysChanges", { list: changes }),
    });
  };
}
