import { noEffect, numberText, type Pooled, pText } from "@calcar/evidence";
import { leftOutLine } from "../forest/foot.ts";
import { estimateHeading, estimateWords } from "../forest/forest-rows.ts";
import type { FigureTable } from "../table/text-table.ts";
import { fill, type Words } from "../words.ts";
import { standardError } from "./funnel-layout.ts";

/** "Standard error (of the logarithm)". */
export const errorHeading = ({ measure }: Pick<Pooled, "measure">, words: Words): string =>
  fill(words.standardError, { scale: noEffect(measure) === 1 ? words["scale.log"] : words["scale.natural"] });

const errorText = (study: Pooled["studies"][number], words: Words): string => numberText(standardError(study), 3, words.language);

/** What a funnel plot draws, in numbers. */
export function funnelTable(pooled: Pooled, words: Words): FigureTable {
  const say = estimateWords(pooled.measure, words);
  return {
    columns: [words["table.study"], estimateHeading(pooled.measure, words), errorHeading(pooled, words)],
    rows: pooled.studies.map((study) => [study.label, say.estimate(study.estimate, study.ci), errorText(study, words)]),
  };
}

/** The figure in sentences: the pool, the test, each study. */
export function funnelDescription(pooled: Pooled, words: Words): string {
  const say = estimateWords(pooled.measure, words);
  const { columns, rows } = funnelTable(pooled, words);
  const whole = fill(words.pooled, { k: pooled.k, n: pooled.n, counted: words[`counted.${pooled.counted}`] });
  const said = rows.map(([label, estimate, error]) => `${label}: ${estimate}, ${columns[2]} ${error}.`);
  return [`${whole}: ${say.estimate(pooled.estimate, pooled.ci)}.`, ...testLine(pooled, words), ...said].join(" ");
}

/** What stands below the funnel. */
export const funnelNotes = (pooled: Pooled, words: Words): string[] => [
  ...leftOutLine(pooled, words),
  words.limitsNote,
  ...testLine(pooled, words),
  words.funnelCaution,
  ...(pooled.studies.some(({ verified }) => verified !== "source-text") ? [words.hollow] : []),
];

function testLine({ smallStudy }: Pooled, words: Words): string[] {
  if ("refused" in smallStudy) return [smallStudy.refused.reason];
  const p = pText(smallStudy.p, words.language);
  return [fill(words.smallStudy, { test: smallStudy.test, p: p.startsWith("<") ? `< ${p.slice(1)}` : `= ${p}` })];
}
