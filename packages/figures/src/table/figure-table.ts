import { type ChangeSeries, type NothingDirect, type ProportionAnswer, printedText, type QuestionAnswer } from "@calcar/evidence";
import { changeText, countText } from "../change/change-text.ts";
import { shareText } from "../proportion/proportion-plot.ts";
import { ENGLISH, fill, type Words } from "../words.ts";
import { forestTable } from "./effect-table.ts";
import type { FigureTable } from "./text-table.ts";

/** The same numbers as the figure of this answer, for readers and machines that want no picture. */
export function figureTable(answer: QuestionAnswer, words: Words = ENGLISH): FigureTable {
  switch (answer.kind) {
    case "effect":
      return forestTable(answer, words);
    case "change":
      return changeTable(answer, words);
    case "proportion":
      return proportionTable(answer, words);
    case "nothing-direct":
      return nearestTable(answer, words);
  }
}

function proportionTable({ studies }: ProportionAnswer, words: Words): FigureTable {
  return {
    columns: [words["table.study"], words["table.product"], words["table.time"], words["table.eventsOf"], words["table.proportion"]],
    rows: studies.map((row) => [
      row.label,
      row.product,
      row.timepoint,
      fill(words.counts, { events: row.events, total: row.total }),
      shareText(row, words),
    ]),
  };
}

const nearestTable = ({ nearest }: NothingDirect, words: Words): FigureTable => ({
  columns: [words["table.study"], words["table.differs"]],
  rows: nearest.map(({ label, reasons }) => [label, reasons.map(({ says }) => says).join("; ")]),
});

function changeTable({ series }: ChangeSeries, words: Words): FigureTable {
  const columns = ["study", "product", "instrument", "time", "n", "before", "after", "change"] as const;
  const value = (number: number | null) => (number === null ? "" : printedText(number, words.language));
  return {
    columns: columns.map((column) => words[`table.${column}`]),
    rows: series.map((row) => [
      row.label,
      row.product,
      `${row.instrument}, ${row.scale}`,
      row.timepoint,
      countText(row, words),
      row.statistic === "median" && row.before !== null ? `${value(row.before)} (${words.medians})` : value(row.before),
      row.statistic === "median" && row.after !== null ? `${value(row.after)} (${words.medians})` : value(row.after),
      changeText(row, words),
    ]),
  };
}
