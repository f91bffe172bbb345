import { numberText, type ProportionAnswer, type ProportionRow } from "@calcar/evidence";
import { shareAxis } from "../axis/effect-axis.ts";
import { leftOutLine } from "../forest/foot.ts";
import { rowSentences } from "../forest/forest-description.ts";
import { markOf, type RowSetting } from "../forest/forest-rows.ts";
import { markNotes } from "../forest/mark-notes.ts";
import { drawRows } from "../rows/draw-rows.ts";
import { type Row, rowsOf, type Sheet } from "../rows/sheet.ts";
import type { FigureSetting } from "../setting.ts";
import type { SvgElement } from "../svg/svg-document.ts";
import { ENGLISH, fill, type Words } from "../words.ts";

/**
 * How often something happened in series without a control group: events of those counted, with Wilson's score interval, and the
 * pooled share with its prediction interval where there is one.
 *
 * Marks are hollow and there is neither a line of no effect nor a side that speaks for an arm: a frequency is never an effect.
 *
 * @returns an svg element of the document given, with title and description
 */
export function proportionPlot(answer: ProportionAnswer, setting: FigureSetting): SvgElement {
  const { words = ENGLISH } = setting;
  const sheet = proportionSheet(answer, setting);
  const rows = rowsOf(sheet);
  const shown = { points: rows.flatMap(({ point }) => point ?? []), intervals: rows.map(({ interval }) => interval) };
  const figure = {
    name: `proportion-${answer.question}`,
    title: fill(words.proportionTitle, { asks: answer.asks }),
    description: [`${words.proportionKicker}.`, ...rowSentences(sheet, words)].join(" "),
    kicker: words.proportionKicker,
    told: answer,
    sheet,
    axis: (width: number) => shareAxis(shown, width, words.language),
    notes: () => notesOf(answer, words),
  };
  return drawRows(figure, setting);
}

/** The rows of the figure in per cent. */
export function proportionSheet({ studies, pooled, k, n }: ProportionAnswer, { words = ENGLISH, studyAddress }: RowSetting): Sheet {
  const whole: Row[] = pooled
    ? [
        {
          kind: "pooled-series",
          label: fill(words.proportionPooled, { k, n }),
          point: 100 * pooled.estimate,
          interval: percents(pooled.ci),
          text: shareText(pooled, words),
        },
        ...(pooled.pi ? [predictionRow(percents(pooled.pi), words)] : []),
      ]
    : [];
  return {
    study: words.study,
    counts: [{ name: "", unit: words.proportionEvents }],
    estimate: words.proportionHeading,
    above: words.proportionEvents,
    groups: [{ rows: studies.map((study) => seriesRow(study, words, studyAddress)) }, { rows: whole }].filter(
      ({ rows }) => rows.length > 0,
    ),
  };
}

const percents = ([low, high]: readonly [number, number]): [number, number] => [100 * low, 100 * high];

/** "5.6 (3.2 to 9.5)", in per cent. */
export function shareText({ estimate, ci }: Pick<ProportionRow, "estimate" | "ci">, words: Words): string {
  const percent = (share: number) => numberText(100 * share, 1, words.language);
  return fill(words.estimate, { estimate: percent(estimate), low: percent(ci[0]), high: percent(ci[1]) });
}

const predictionRow = (interval: [number, number], words: Words): Row => {
  const [low, high] = interval.map((value) => numberText(value, 1, words.language)) as [string, string];
  return { kind: "prediction", label: words.prediction, interval, text: fill(words.interval, { low, high }) };
};

function seriesRow(row: ProportionRow, words: Words, studyAddress: RowSetting["studyAddress"]): Row {
  const mark = markOf(row);
  return {
    kind: "series",
    label: row.label,
    ...(mark === "" ? {} : { mark }),
    second: `${row.product}, ${row.timepoint}`,
    href: studyAddress?.(row.id),
    counts: [fill(words.countsOf, { counts: fill(words.counts, { events: row.events, total: row.total }), of: row.of })],
    point: 100 * row.estimate,
    interval: percents(row.ci),
    text: shareText(row, words),
    risk: row.riskOfBias,
  };
}

function notesOf(answer: ProportionAnswer, words: Words): string[] {
  const { pooled, notPooled, tau2Method, ciMethod, studies } = answer;
  const method = { tau2: words[`tau2.${tau2Method}`], ci: words[`ci.${ciMethod}`] };
  return [
    ...leftOutLine(answer, words),
    pooled ? fill(words.proportionMethod, method) : words.proportionAlone,
    ...(notPooled === null ? [] : [notPooled]),
    ...markNotes(studies, words),
  ];
}
