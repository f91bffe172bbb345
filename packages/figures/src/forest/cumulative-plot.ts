import { cumulativeByYear, type Pooled } from "@calcar/evidence";
import { drawn, type FigureResult, refused } from "../figure/figure-result.ts";
import { drawRows } from "../rows/draw-rows.ts";
import type { Row, Sheet } from "../rows/sheet.ts";
import type { FigureSetting } from "../setting.ts";
import type { SvgElement } from "../svg/svg-document.ts";
import { ENGLISH, fill } from "../words.ts";
import { effectFigure } from "./effect-figure.ts";
import { estimateHeading, estimateWords, poolRow, type RowSetting, restsOn } from "./forest-rows.ts";

/**
 * Cumulative forest plot: the pool as it stood when each study had appeared, oldest first. The last row is the answer.
 *
 * @returns an svg element of the document given, with title and description
 * @refuses as cumulativeByYear
 */
export function cumulativePlot(pooled: Pooled, setting: FigureSetting): FigureResult<SvgElement> {
  const { words = ENGLISH } = setting;
  const sheet = cumulativeSheet(pooled, setting);
  if (!sheet.ok) return sheet;
  const named = {
    name: `cumulative-${pooled.question}`,
    title: fill(words.cumulativeTitle, { asks: pooled.asks }),
    kicker: words.cumulativeKicker,
  };
  return drawn(drawRows(effectFigure(pooled, sheet.value, named, setting), setting));
}

/** @refuses as cumulativePlot */
export function cumulativeSheet(pooled: Pooled, { words = ENGLISH, studyAddress }: RowSetting): FigureResult<Sheet> {
  const running = cumulativeByYear(pooled);
  if (!running.ok) {
    const reasons = { k: pooled.k, studies: (running.refusal.missing ?? []).join(", ") };
    return refused(running.refusal, running.refusal.code === "year" ? "year" : "cumulative-too-few", reasons, words);
  }
  const say = estimateWords(pooled.measure, words);
  const steps = running.value.slice(0, -1).map(
    ({ added, label, k, n, estimate, ci }): Row => ({
      kind: "running",
      label: k === 1 ? label : fill(words.added, { study: label }),
      href: studyAddress?.(added),
      second: restsOn({ k, n }, pooled, words),
      point: estimate,
      interval: ci,
      text: say.estimate(estimate, ci),
    }),
  );
  const last = running.value.at(-1)!;
  const whole = {
    ...poolRow(pooled, fill(words.added, { study: last.label }), words),
    href: studyAddress?.(last.added),
    second: restsOn(last, pooled, words),
  };
  return drawn({
    study: words.study,
    counts: [],
    estimate: estimateHeading(pooled.measure, words),
    above: "",
    groups: [{ rows: [...steps, whole] }],
  });
}
