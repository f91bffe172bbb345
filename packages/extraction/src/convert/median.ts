import { type FromQuantiles, fromQuantiles, type QuantileSummary, skewness } from "@calcar/statistics";
import { type FigureRead, figureIfAny, figureRead } from "../check/figure-read.ts";
import { type Ledger, stated, wrong } from "../check/ledger.ts";
import { allowedRange } from "./allowed-range.ts";
import type { ReportOf, Score } from "./score-shape.ts";
import { bracketed } from "./spread-of-arm.ts";
import { type Named, refusedStep, writeStep } from "./write-step.ts";

interface QuantilesRead {
  readonly named: readonly Named[];
  readonly summary: Omit<QuantileSummary, "n">;
  readonly size: FigureRead | undefined;
}

const CAUTION = "An estimate that assumes values near to normal; it is less precise than a printed mean and standard deviation.";

/** A median: kept as it is printed, or turned into an estimate of mean and standard deviation. Somebody says which. */
export function medianScore(ledger: Ledger, field: string, report: ReportOf<"median">): Score | undefined {
  const use = stated(ledger, `${field}.use`, report.use, "keep (as printed) or estimate (a mean and standard deviation from it)");
  const read = quantilesRead(ledger, field, report);
  if (!read || !use) return undefined;
  if (use === "estimate") return estimated(ledger, field, read);
  const { summary, named, size } = read;
  return { quantiles: summary, figures: named, size, n: size?.value, converted: false };
}

function quantilesRead(ledger: Ledger, field: string, report: ReportOf<"median">): QuantilesRead | undefined {
  const figures = {
    q1: figureIfAny(ledger, `${field}.q1`, report.q1, "number"),
    q3: figureIfAny(ledger, `${field}.q3`, report.q3, "number"),
    min: figureIfAny(ledger, `${field}.min`, report.min, "number"),
    max: figureIfAny(ledger, `${field}.max`, report.max, "number"),
  };
  const median = figureRead(ledger, `${field}.median`, report.median, "number");
  const { q1, q3, min, max } = figures;
  const readSize = report.use === "estimate" ? figureRead : figureIfAny;
  const size = readSize(ledger, `${field}.n`, report.n, "size");
  if (Boolean(q1) !== Boolean(q3)) wrong(ledger, `${field}.${q1 ? "q3" : "q1"}.value`, "missing", "both quartiles or none");
  if (Boolean(min) !== Boolean(max)) wrong(ledger, `${field}.${min ? "max" : "min"}.value`, "missing", "both extremes or none");
  if (!median) return undefined;
  const row = [min, q1, median, q3, max].filter((figure) => figure !== undefined);
  if (row.some((figure, i) => i > 0 && row[i - 1]!.value > figure.value))
    return wrong(
      ledger,
      `${field}.median.value`,
      "the quantiles are not in order",
      "minimum, quartile, median, quartile and maximum from low to high",
    );
  return {
    named: [["median", median], ...Object.entries(figures).flatMap(([name, figure]): Named[] => (figure ? [[name, figure]] : []))],
    summary: {
      median: median.value,
      quartiles: q1 && q3 && [q1.value, q3.value],
      extremes: min && max && [min.value, max.value],
    },
    size,
  };
}

const SETS = {
  extremes: {
    mean: "mean = w × (min + max)/2 + (1 − w) × median, w = 4/(4 + n^0.75)",
    sd: "SD = (max − min) / (2 × z((n − 0.375)/(n + 0.25)))",
    sources: ["luo-2018", "wan-2014"],
  },
  quartiles: {
    mean: "mean = w × (Q1 + Q3)/2 + (1 − w) × median, w = 0.7 + 0.39/n",
    sd: "SD = (Q3 − Q1) / (2 × z((0.75n − 0.125)/(n + 0.25)))",
    sources: ["luo-2018", "wan-2014"],
  },
  both: {
    mean: "mean = w₁ × (min + max)/2 + w₂ × (Q1 + Q3)/2 + (1 − w₁ − w₂) × median, w₁ = 2.2/(2.2 + n^0.75), w₂ = 0.7 − 0.72/n^0.55",
    sd: "SD = w × (max − min)/(2 × z((n − 0.375)/(n + 0.25))) + (1 − w) × (Q3 − Q1)/(2 × z((0.75n − 0.125)/(n + 0.25))), w = 1/(1 + 0.07 × n^0.6)",
    sources: ["luo-2018", "shi-2020"],
  },
} as const;

function estimated(ledger: Ledger, field: string, { named, summary, size }: QuantilesRead): Score | undefined {
  if (!size) return undefined;
  const whole: QuantileSummary = { ...summary, n: size.value };
  const uneven = skewness(whole);
  if (!uneven.ok) return refusedStep(ledger, `${field}.median`, uneven.refusal);
  const { statistic, critical, skewed } = uneven.value;
  if (skewed)
    return wrong(
      ledger,
      `${field}.use`,
      `the quantiles look skewed (${statistic.toFixed(3)}, where ${critical.toFixed(3)} or more is skewed at n ${size.text}; shi-2023)`,
      "keep: no mean is made of skewed values",
    );
  const found = fromQuantiles(whole);
  if (!found.ok) return refusedStep(ledger, `${field}.median`, found.refusal);
  const { from } = found.value;
  const range = (of: "mean" | "sd") =>
    allowedRange(
      named.map(([, figure]) => figure),
      (values) => cornerOf(named, values, size.value)?.[of],
    );
  const common = {
    field,
    inputs: [...named, ["n", size] as const],
    sources: [...SETS[from].sources, "shi-2023"],
    caution: `${CAUTION} Skewness ${statistic.toFixed(3)}, below ${critical.toFixed(3)}.`,
  };
  const worked = workedOut(found.value, summary);
  const mean = writeStep(ledger, {
    ...common,
    gives: "mean",
    formula: SETS[from].mean,
    worked: worked.mean,
    result: found.value.mean,
    range: range("mean"),
  });
  const sd = writeStep(ledger, {
    ...common,
    gives: "SD",
    formula: SETS[from].sd,
    worked: worked.sd,
    result: found.value.sd,
    range: range("sd"),
  });
  return { mean, sd, n: size.value, quantiles: summary, figures: named, size, converted: true };
}

/** The formulas with the figures in them. */
function workedOut({ weights, spans, share }: FromQuantiles, { median, quartiles, extremes }: QuantilesRead["summary"]) {
  const middle = (pair: readonly [number, number] | undefined, weight: number) =>
    pair ? [`${weight.toFixed(4)} × (${pair[0]} + ${pair[1]})/2`] : [];
  const span = (pair: readonly [number, number] | undefined, width: number | undefined, part: number) =>
    pair && width ? [`${part === 1 ? "" : `${part.toFixed(4)} × `}(${pair[1]} − ${bracketed(String(pair[0]))}) / ${width.toFixed(4)}`] : [];
  return {
    mean: [...middle(extremes, weights.extremes), ...middle(quartiles, weights.quartiles), `${weights.median.toFixed(4)} × ${median}`].join(
      " + ",
    ),
    sd: [...span(extremes, spans.extremes, share), ...span(quartiles, spans.quartiles, 1 - share)].join(" + "),
  };
}

/** The estimate at one corner of the windows that the printed quantiles stand for; undefined where they cross there. */
function cornerOf(named: readonly Named[], values: readonly number[], n: number) {
  const at = new Map(named.map(([name], i) => [name, values[i]!]));
  const pair = (low: string, high: string) => (at.has(low) ? ([at.get(low)!, at.get(high)!] as const) : undefined);
  const corner = fromQuantiles({ median: at.get("median")!, quartiles: pair("q1", "q3"), extremes: pair("min", "max"), n });
  return corner.ok ? corner.value : undefined;
}
