import type { ChangeSeries } from "@calcar/evidence";
import { markOf } from "../forest/forest-rows.ts";
import type { Words } from "../words.ts";
import { changeText, circumstances, valuesText } from "./change-text.ts";

/** The figure in sentences, for those who cannot see it: every series with its numbers, and that there was no control group. */
export function changeDescription({ series }: ChangeSeries, words: Words): string {
  const rows = series.map((row) =>
    [
      `${[row.label, markOf(row)].filter((text) => text !== "").join(" ")}, ${row.instrument} (${row.scale}): ${valuesText(row, words)}`,
      changeText(row, words),
      circumstances(row, words),
    ]
      .filter((text) => text !== "")
      .join(", "),
  );
  return [`${words.changeKicker}.`, ...rows.map((row) => `${row}.`)].join(" ");
}
