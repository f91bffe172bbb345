import { noEffect, type Pooled } from "@calcar/evidence";
import { differenceAxis, type EffectAxis, isWithinReach, meanAxis, ratioAxis } from "../axis/effect-axis.ts";
import type { RowFigure } from "../rows/draw-rows.ts";
import { type Row, rowsOf, type Sheet } from "../rows/sheet.ts";
import { ENGLISH, type Words } from "../words.ts";
import { favoursBlock } from "./favours.ts";
import { footLines } from "./foot.ts";
import { forestDescription } from "./forest-description.ts";
import { isOnMeans, poolRow, type RowSetting } from "./forest-rows.ts";
import { leftOutRows } from "./left-out-rows.ts";

type Named = Pick<RowFigure, "name" | "title"> & Partial<Pick<RowFigure, "kicker">>;

/** A figure of a pooled answer: rows of effects on the axis of its measure, with the side that speaks for each arm. */
export function effectFigure(pooled: Pooled, sheet: Sheet, named: Named, { words = ENGLISH, whole }: RowSetting): RowFigure {
  return {
    ...named,
    description: forestDescription(pooled, sheet, words),
    told: pooled,
    sheet,
    axis: (width) => axisOf(pooled, [...rowsOf(sheet), ...(whole === undefined ? [] : everyPool(whole, words))], width, words),
    below: (placed, middle) => favoursBlock(pooled, placed, words, middle),
    notes: (cut) => footLines(pooled, sheet, words, cut),
  };
}

/** The pool with all studies and without each: an axis that holds them stands still while a reader leaves out one after the other. */
const everyPool = (whole: Pooled, words: Words): Row[] => [poolRow(whole, "", words), ...leftOutRows(whole, words)];

/** Intervals of the studies and the pool shape the axis; any other interval beyond all reason is cut instead. */
function axisOf({ measure }: Pooled, rows: readonly Row[], width: number, { language }: Words): EffectAxis {
  const onMeans = isOnMeans({ measure });
  const isShaping = (kind: string) => kind === "study" || kind === "left-out" || kind === "pooled" || (onMeans && kind === "running");
  const intervals = rows.filter(({ kind, interval }) => isShaping(kind) || (noEffect(measure) === 1 && isWithinReach(interval)));
  const shown = { points: rows.flatMap(({ point }) => point ?? []), intervals: intervals.map(({ interval }) => interval) };
  if (measure === "RD") return differenceAxis(shown, width, language);
  return (onMeans ? meanAxis : ratioAxis)(shown, width, language);
}
