import type { Pooled, SubgroupCoordinate } from "@calcar/evidence";
import type { EffectFigure } from "../figure/figure.ts";
import { drawn, type FigureResult } from "../figure/figure-result.ts";
import { cumulativeSheet } from "../forest/cumulative-plot.ts";
import { armHeading, forestRows } from "../forest/forest-rows.ts";
import { leaveOneOutSheet } from "../forest/leave-one-out-plot.ts";
import { leftOutRows } from "../forest/left-out-rows.ts";
import { subgroupSheet } from "../forest/subgroup-plot.ts";
import { tooFew } from "../funnel/funnel-plot.ts";
import { funnelTable } from "../funnel/funnel-text.ts";
import { riskText } from "../risk/risk-text.ts";
import { type Row, rowsOf, type Sheet } from "../rows/sheet.ts";
import { capital, ENGLISH, fill, type Words } from "../words.ts";
import type { FigureTable } from "./text-table.ts";

/**
 * The numbers of one figure of an effect as a table.
 *
 * @param by the coordinate of groups, where they are asked for; the first in which the studies differ when absent
 * @refuses as the figure of that name does
 */
export function effectTable(
  pooled: Pooled,
  figure: EffectFigure,
  words: Words = ENGLISH,
  by?: SubgroupCoordinate,
): FigureResult<FigureTable> {
  switch (figure) {
    case "forest":
      return drawn(forestTable(pooled, words));
    case "funnel":
      return tooFew(pooled, words) ?? drawn(funnelTable(pooled, words));
    case "cumulative":
      return tableOf(cumulativeSheet(pooled, { words }), words);
    case "leave-one-out":
      return tableOf(leaveOneOutSheet(pooled, { words }), words);
    case "subgroups":
      return subgroupTable(pooled, words, by);
  }
}

/** The rows of every group with the name of the group, its pool last. */
function subgroupTable(pooled: Pooled, words: Words, by: SubgroupCoordinate | undefined): FigureResult<FigureTable> {
  const sheet = subgroupSheet(pooled, { words, ...(by === undefined ? {} : { by }) });
  if (!sheet.ok) return sheet;
  const { study, counts, estimate, groups } = sheet.value;
  const cells = ({ label, counts: arms = ["", ""], text }: Row, title: string) => [label, title, ...arms, text];
  return drawn({
    columns: [study, words["table.group"], ...counts.map(({ name, unit }) => `${capital(name)}: ${unit}`), estimate],
    rows: groups.flatMap(({ title = "", rows }) => rows.map((row) => cells(row, title))),
  });
}

/** Every number of a forest plot, what its lights say, and the pool without each study in turn. */
export function forestTable(pooled: Pooled, words: Words): FigureTable {
  const { comparison, measure } = pooled;
  const { studies, pooled: whole } = forestRows(pooled, { words });
  const arm = (name: string) => `${capital(name)}: ${armHeading(pooled, words)}`;
  return {
    columns: [
      words["table.study"],
      words["table.design"],
      arm(comparison.intervention),
      arm(comparison.comparator),
      fill(words["table.estimate"], { measure: words[`measure.${measure}`] }),
      words["table.weight"],
      words.riskOfBias,
    ],
    rows: [...studies, ...whole, ...leftOutRows(pooled, words)].map((row) => cellsOf(row, words)),
  };
}

const cellsOf = ({ label, second, counts, text, weightText, risk }: Row, words: Words): string[] => [
  label,
  second ?? "",
  counts?.[0] ?? "",
  counts?.[1] ?? "",
  text,
  weightText?.replace("%", "") ?? "",
  risk === undefined ? "" : riskText(risk, words),
];

/** Pools one below the other, each with what it rests on. */
function tableOf(sheet: FigureResult<Sheet>, words: Words): FigureResult<FigureTable> {
  if (!sheet.ok) return sheet;
  const { study, estimate } = sheet.value;
  return drawn({
    columns: [study, words["table.restsOn"], estimate],
    rows: rowsOf(sheet.value).map(({ label, second = "", text }) => [label, second, text]),
  });
}
