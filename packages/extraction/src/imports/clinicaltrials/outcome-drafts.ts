import type { Problem } from "@calcar/vocabulary";
import type { Figure } from "../../draft/figure.ts";
import type { OutcomeDraft } from "../../draft/outcome-draft.ts";
import type { CountReport, ScoreReport } from "../../draft/score-report.ts";
import { defined } from "../bibliography/record.ts";
import { isNumber } from "../tables/printed-number.ts";
import { analysisDrafts } from "./analysis-drafts.ts";
import { denominator } from "./denominator.ts";
import { type Drafted, figures, type MeasureAt, type ToFigure } from "./measure-at.ts";
import type { MeasureClass, Measurement, OutcomeMeasure } from "./registry-entry.ts";
import { monthsOf } from "./time-frame.ts";

/**
 * The numbers of one posted outcome measure, each as the register types it: a count, a mean with the dispersion that is stated, a
 * median. A mean of another kind, or of something that may be a change, is kept as it is printed and never as a value to pool.
 */
export function outcomeDrafts(at: MeasureAt): Drafted {
  const { measure, number } = at;
  const place = `outcome measure ${number}`;
  if (measure.reportingStatus === "NOT_POSTED")
    return { outcomes: [], notices: [{ place, problem: `"${measure.title}" is not posted`, expected: "results, later" }] };
  const drafted = (measure.classes ?? []).flatMap((measured) =>
    (measured.categories ?? []).flatMap((category) =>
      (category.measurements ?? []).map((measurement) => oneNumber(at, { measured, category: category.title, measurement })),
    ),
  );
  const analyses = analysisDrafts(at);
  return {
    outcomes: [...drafted.flatMap(({ outcome }) => outcome ?? []), ...analyses.outcomes],
    notices: [...drafted.flatMap(({ notices }) => notices), ...analyses.notices],
  };
}

interface Cell {
  readonly measured: MeasureClass;
  readonly category: string | undefined;
  readonly measurement: Measurement;
}

interface One {
  readonly outcome?: OutcomeDraft;
  readonly notices: readonly Problem[];
}

function oneNumber(at: MeasureAt, cell: Cell): One {
  const { measure, number } = at;
  const { value, comment, groupId } = cell.measurement;
  const place = `outcome measure ${number}, ${at.arms.get(groupId) ?? groupId}`;
  if (value === undefined || !isNumber(value))
    return { notices: [{ place, problem: `"${value ?? "nothing"}"${comment === undefined ? "" : `: ${comment}`}`, expected: "a number" }] };
  const total = denominator(measure, cell.measured, groupId);
  const problems =
    total === undefined
      ? [{ place, problem: "no single number analysed", expected: "one for the group, in the units of the outcome" }]
      : [];
  return { outcome: typed(at, cell, total), notices: problems };
}

/** The outcome by the register's type of parameter. */
function typed(at: MeasureAt, cell: Cell, total: string | undefined): OutcomeDraft {
  const common = commonOf(at, cell);
  const figure = figures(at);
  const n = figure(total);
  const count = countReport(at.measure, { value: figure(cell.measurement.value), total: n });
  if (count) return { type: "events", ...common, report: count };
  const score = scoreReport(at.measure, cell.measurement, { figure, n });
  if (!score || mayBeChange(at.measure) === "unclear") return asPrinted(at, cell, { common, n });
  if (mayBeChange(at.measure) === "change") return { type: "change", ...common, change: score };
  return { type: "value", ...common, ...(isBaseline(cell.measured.title) ? { isBaseline: true } : {}), report: score };
}

const isBaseline = (title: string | undefined): boolean => /^baseline\b/i.test(title?.trim() ?? "");

function commonOf({ measure, arms }: MeasureAt, { measured, category, measurement }: Cell) {
  const titles = [measure.title, measured.title, category].filter((title) => title !== undefined && title.trim() !== "");
  const months = monthsOf(measured.title) ?? (isBaseline(measured.title) ? undefined : monthsOf(measure.timeFrame));
  return {
    name: titles.join(", ").slice(0, 1000),
    ...defined({
      arm: arms.get(measurement.groupId),
      months,
      timepoint: months === undefined || measured.title !== undefined ? measure.timeFrame?.slice(0, 1000) : undefined,
      unit: measure.unitOfMeasure,
      note: measurement.comment?.slice(0, 1000),
    }),
  };
}

/**
 * Counts of people or of units. A percentage is kept as it is printed: it may be an estimate of survival, of which no count follows,
 * and so may a number with an interval.
 */
function countReport(
  { paramType, unitOfMeasure = "", dispersionType = "" }: OutcomeMeasure,
  { value, total }: { value: Figure | undefined; total: Figure | undefined },
): CountReport | undefined {
  const isNumberOfPeople = paramType === "NUMBER" && /^(?:participants|patients|subjects|hips)$/i.test(unitOfMeasure.trim());
  const isPlain = ["", "NA"].includes(spelt(dispersionType));
  const isCount = paramType === "COUNT_OF_PARTICIPANTS" || paramType === "COUNT_OF_UNITS" || (isNumberOfPeople && isPlain);
  return isCount ? { as: "count", ...defined({ events: value, total }) } : undefined;
}

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^(?:CONFIDENCE_80|80%)/, "80"],
  [/^(?:CONFIDENCE_90|90%)/, "90"],
  [/^(?:CONFIDENCE_975|97\.5%)/, "97.5"],
  [/^(?:CONFIDENCE_95|95%)/, "95"],
  [/^(?:CONFIDENCE_99|99%)/, "99"],
];

/** The register's word for a dispersion, in capitals or in print. */
const spelt = (type: string): string =>
  type
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, "_");

/** A mean or a median with the dispersion that the register names; undefined for every other parameter. */
function scoreReport(
  { paramType, dispersionType = "" }: OutcomeMeasure,
  { value, spread, lowerLimit, upperLimit }: Measurement,
  { figure, n }: { readonly figure: ToFigure; readonly n: Figure | undefined },
): ScoreReport | undefined {
  const dispersion = spelt(dispersionType);
  const number = (text: string | undefined) => (text !== undefined && isNumber(text) ? figure(text) : undefined);
  const [lower, upper] = [number(lowerLimit), number(upperLimit)];
  if (paramType === "MEDIAN") {
    if (dispersion === "INTER_QUARTILE_RANGE") return { as: "median", ...defined({ median: figure(value), q1: lower, q3: upper, n }) };
    if (dispersion === "FULL_RANGE") return { as: "median", ...defined({ median: figure(value), min: lower, max: upper, n }) };
    return dispersion === "" || dispersion === "NA" ? { as: "median", ...defined({ median: figure(value), n }) } : undefined;
  }
  if (paramType !== "MEAN") return undefined;
  const mean = figure(value);
  if (dispersion === "STANDARD_DEVIATION") return { as: "mean-sd", ...defined({ mean, sd: number(spread), n }) };
  if (dispersion === "STANDARD_ERROR" || dispersion === "STANDARD_ERROR_OF_THE_MEAN")
    return { as: "mean-se", ...defined({ mean, se: number(spread), n }) };
  const level = LEVELS.find(([pattern]) => pattern.test(dispersion))?.[1];
  if (level !== undefined) return { as: "mean-interval", ...defined({ mean, lower, upper, level: figure(level), n }) };
  return dispersion === "" || dispersion === "NA" ? { as: "mean-only", ...defined({ mean, n }) } : undefined;
}

/**
 * Whether the numbers are changes by what the title says. A change that is listed with its baseline is a row of levels under the
 * name of a change, or not: nobody can tell.
 */
function mayBeChange({ title, classes = [] }: OutcomeMeasure): "no" | "change" | "unclear" {
  const isNamed = /\bchanges?\b.*\b(?:from|since|over)\b|^\s*(?:mean )?change\b/i.test(title);
  const isHinted = /\b(?:chang\w*|improve\w*|reduc\w*|decreas\w*|increas\w*|differen\w*|gain|from baseline)\b/i.test(title);
  if (isNamed) return classes.some((measured) => isBaseline(measured.title)) ? "unclear" : "change";
  return isHinted ? "unclear" : "no";
}

function asPrinted(
  at: MeasureAt,
  { measurement: { value, spread, lowerLimit, upperLimit } }: Cell,
  { common, n }: { common: ReturnType<typeof commonOf>; n: Figure | undefined },
): OutcomeDraft {
  const { paramType = "number", dispersionType } = at.measure;
  const printed = [
    spread === undefined ? undefined : `${dispersionType ?? "spread"} ${spread}`,
    lowerLimit === undefined ? undefined : `${dispersionType ?? "limits"} ${lowerLimit} to ${upperLimit ?? "?"}`,
  ];
  const note = [common.note, ...printed].filter((part) => part !== undefined).join("; ");
  return {
    type: "reported",
    ...common,
    measure: paramType.toLowerCase().replaceAll("_", " "),
    ...defined({ value: figures(at)(value), n, note: note === "" ? undefined : note }),
  };
}
