import type { Pooled } from "@calcar/evidence";
import { drawn, type FigureResult, refused } from "../figure/figure-result.ts";
import { drawRows } from "../rows/draw-rows.ts";
import type { Sheet } from "../rows/sheet.ts";
import type { FigureSetting } from "../setting.ts";
import type { SvgElement } from "../svg/svg-document.ts";
import { ENGLISH, fill } from "../words.ts";
import { effectFigure } from "./effect-figure.ts";
import { estimateHeading, poolRow, type RowSetting, restsOn } from "./forest-rows.ts";
import { leftOutRows } from "./left-out-rows.ts";

/**
 * Leave-one-out forest plot: the pool without each study in turn, then the whole pool.
 *
 * @returns an svg element of the document given, with title and description
 * @refuses not-applicable/too-few-studies below three: with two, leaving one out shows the other again
 */
export function leaveOneOutPlot(pooled: Pooled, setting: FigureSetting): FigureResult<SvgElement> {
  const { words = ENGLISH } = setting;
  const sheet = leaveOneOutSheet(pooled, setting);
  if (!sheet.ok) return sheet;
  const named = {
    name: `leave-one-out-${pooled.question}`,
    title: fill(words.leaveOneOutTitle, { asks: pooled.asks }),
    kicker: words.leaveOneOut,
  };
  return drawn(drawRows(effectFigure(pooled, sheet.value, named, setting), setting));
}

/** @refuses as leaveOneOutPlot */
export function leaveOneOutSheet(pooled: Pooled, { words = ENGLISH }: RowSetting): FigureResult<Sheet> {
  const { k, measure } = pooled;
  if (k < 3) return refused({ kind: "not-applicable", code: "too-few-studies" }, "leave-one-out-too-few", { k }, words);
  return drawn({
    study: words.study,
    counts: [],
    estimate: estimateHeading(measure, words),
    above: "",
    groups: [
      { rows: leftOutRows(pooled, words).map((row, i) => ({ ...row, second: restsOn(pooled.leaveOneOut[i]!, pooled, words) })) },
      { rows: [{ ...poolRow(pooled, fill(words.allStudies, { k }), words), second: restsOn(pooled, pooled, words) }] },
    ],
  });
}
