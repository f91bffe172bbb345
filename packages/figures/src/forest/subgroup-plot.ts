import { LEAST_FOR_SUBGROUP_TEST, numberText, type Pooled, type SubgroupAnalysis, type SubgroupCoordinate } from "@calcar/evidence";
import { drawn, type FigureResult, refused } from "../figure/figure-result.ts";
import { drawRows } from "../rows/draw-rows.ts";
import type { Group, Row, Sheet } from "../rows/sheet.ts";
import type { FigureSetting } from "../setting.ts";
import type { SvgElement } from "../svg/svg-document.ts";
import { capital, ENGLISH, fill, type Words } from "../words.ts";
import { effectFigure } from "./effect-figure.ts";
import { pWords } from "./foot.ts";
import { estimateWords, forestRows, forestSheet, poolRow, type RowSetting } from "./forest-rows.ts";

export interface SubgroupSetting extends FigureSetting {
  readonly by?: SubgroupCoordinate; // the first in which the studies differ when absent
}

/**
 * Forest plot by groups: the studies of each group, the pool of every group that has two or more as a hollow diamond, and the whole
 * pool. With the test for a difference or the reason why there is none, and what such a look cannot show.
 *
 * @returns an svg element of the document given, with title and description
 * @refuses not-applicable/one-group when the studies do not differ in `by`, or in nothing at all
 */
export function subgroupPlot(pooled: Pooled, setting: SubgroupSetting): FigureResult<SvgElement> {
  const { words = ENGLISH } = setting;
  const found = analysisOf(pooled, setting.by, words);
  if (!found.ok) return found;
  const analysis = found.value;
  const by = words[`by.${analysis.by}`];
  const named = {
    name: `subgroups-${pooled.question}-${analysis.by}`,
    title: fill(words.subgroupsTitle, { by, asks: pooled.asks }),
    kicker: fill(words.subgroupsKicker, { by }),
  };
  const figure = effectFigure(pooled, sheetBy(pooled, analysis, setting), named, setting);
  const said = [...differenceLines(analysis, words), ...narrowLine(pooled, analysis, words), words.subgroupsCaution];
  return drawn(
    drawRows({ ...figure, description: [figure.description, ...said].join(" "), notes: (cut) => [...said, ...figure.notes(cut)] }, setting),
  );
}

/** @refuses as subgroupPlot */
export function subgroupSheet(pooled: Pooled, setting: RowSetting & Pick<SubgroupSetting, "by">): FigureResult<Sheet> {
  const found = analysisOf(pooled, setting.by, setting.words ?? ENGLISH);
  return found.ok ? drawn(sheetBy(pooled, found.value, setting)) : found;
}

function analysisOf({ subgroups }: Pooled, by: SubgroupCoordinate | undefined, words: Words): FigureResult<SubgroupAnalysis> {
  const analysis = by === undefined ? subgroups[0] : subgroups.find((one) => one.by === by);
  if (analysis !== undefined) return drawn(analysis);
  const alike = { kind: "not-applicable", code: "one-group" } as const;
  return by === undefined || subgroups.length === 0
    ? refused(alike, "subgroups-alike", {}, words)
    : refused(alike, "subgroups-by", { by: words[`by.${by}`] }, words);
}

function sheetBy(pooled: Pooled, { groups }: SubgroupAnalysis, setting: RowSetting): Sheet {
  const { words = ENGLISH } = setting;
  const { k, n, measure } = pooled;
  const counted = words[`counted.${pooled.counted}`];
  const { weight: _, ...sheet } = forestSheet(pooled, setting);
  const drawnRows = forestRows(pooled, { ...setting, whole: pooled }).studies;
  const rows = new Map(pooled.studies.map(({ id }, i) => [id, withoutWeight(drawnRows[i]!)]));
  const say = estimateWords(measure, words);
  const parts = groups.map((group): Group => {
    const members = group.studies.map((id) => rows.get(id)!);
    const name = capital(group.says);
    const title = fill(group.pooled ? words.group : words.groupAlone, { group: name, k: group.k, n: group.n, counted });
    if (group.pooled === null) return { title, rows: members };
    const { estimate, ci } = group.pooled;
    const pool = { kind: "running", point: estimate, interval: ci, text: say.estimate(estimate, ci) } as const;
    return { title, rows: [...members, { ...pool, label: fill(words.groupPooled, { group: group.says }) }] };
  });
  return { ...sheet, groups: [...parts, { rows: [poolRow(pooled, fill(words.allPooled, { k, n, counted }), words)] }] };
}

/** A study has one weight in the whole pool and another in its group: squares show the first, and no number stands for both. */
const withoutWeight = ({ weightText: _, ...row }: Row): Row => row;

const FEW_STUDIES = 5;

/** The pool as a whole may be large enough for its interval, and its groups still too small for theirs. */
const narrowLine = ({ ciMethod }: Pooled, { groups }: SubgroupAnalysis, words: Words): string[] =>
  ciMethod === "z" && groups.some(({ k }) => k > 1 && k < FEW_STUDIES) ? [words.groupsNarrow] : [];

/** The test for a difference, or every reason why there is none. */
function differenceLines({ groups, test }: SubgroupAnalysis, words: Words): string[] {
  const { language } = words;
  if (!("refused" in test)) {
    const { df, dfDenominator } = test;
    const values = { statistic: numberText(test.statistic, 2, language), df, p: pWords(test.p, language) };
    return [dfDenominator === null ? fill(words.groupsDifferChi, values) : fill(words.groupsDifferF, { ...values, dfDenominator })];
  }
  const k = groups.reduce((sum, group) => sum + group.k, 0);
  const alone = groups.filter((group) => group.pooled === null).map(({ says }) => says);
  const why = [
    ...(k < LEAST_FOR_SUBGROUP_TEST ? [fill(words.groupsFew, { least: LEAST_FOR_SUBGROUP_TEST, k })] : []),
    ...(alone.length > 0 ? [fill(words.groupsAlone, { groups: alone.join("; ") })] : []),
  ];
  return [fill(words.groupsNoTest, { why: why.length > 0 ? why.join("; ") : words.groupsNoSpread })];
}
