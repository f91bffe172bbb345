import { isSymmetric, sdFromInterval, sdFromSe, windowOf } from "@calcar/statistics";
import { type FigureRead, figureRead } from "../check/figure-read.ts";
import { type Ledger, wrong } from "../check/ledger.ts";
import { allowedRange, rounded } from "./allowed-range.ts";
import type { ReportOf, Score } from "./score-shape.ts";
import { refusedStep, writeStep } from "./write-step.ts";

/** A mean with its standard error. */
export function fromSe(ledger: Ledger, field: string, report: ReportOf<"mean-se">): Score | undefined {
  const mean = figureRead(ledger, `${field}.mean`, report.mean, "number");
  const se = figureRead(ledger, `${field}.se`, report.se, "spread");
  const size = figureRead(ledger, `${field}.n`, report.n, "size");
  if (!mean || !se || !size) return undefined;
  const found = sdFromSe(se.value, size.value);
  if (!found.ok) return refusedStep(ledger, `${field}.se`, found.refusal);
  const sd = writeStep(ledger, {
    field,
    gives: "SD",
    formula: "SD = SE × √n",
    worked: `${se.text} × √${size.text}`,
    result: found.value,
    inputs: [
      ["SE", se],
      ["n", size],
    ],
    sources: ["cochrane-handbook-ch6"],
    range: allowedRange([se], ([value]) => value! * Math.sqrt(size.value)),
  });
  const figures = [["mean", mean] as const, ["SE", se] as const];
  return { mean: mean.value, sd, se: se.value, n: size.value, figures, size, converted: true };
}

/** The figures of an interval, when its limits are in order. */
export interface IntervalRead {
  readonly lower: FigureRead;
  readonly upper: FigureRead;
  readonly level: FigureRead;
}

export function intervalRead(
  ledger: Ledger,
  field: string,
  report: Pick<ReportOf<"mean-interval">, "lower" | "upper" | "level">,
): IntervalRead | undefined {
  const lower = figureRead(ledger, `${field}.lower`, report.lower, "number");
  const upper = figureRead(ledger, `${field}.upper`, report.upper, "number");
  const level = figureRead(ledger, `${field}.level`, report.level, "level");
  if (!lower || !upper || !level) return undefined;
  if (lower.value < upper.value) return { lower, upper, level };
  return wrong(
    ledger,
    `${field}.lower.value`,
    `a lower limit of ${lower.text} and an upper one of ${upper.text}`,
    "a lower limit below the upper one",
  );
}

/** The interval as printed, for the file: it holds 95% intervals only. */
export const asPrinted = ({ lower, upper, level }: IntervalRead): readonly [number, number] | undefined =>
  level.value === 95 ? [lower.value, upper.value] : undefined;

/** A mean in the middle of its interval, by Student's t. */
export function fromInterval(ledger: Ledger, field: string, report: ReportOf<"mean-interval">): Score | undefined {
  const mean = figureRead(ledger, `${field}.mean`, report.mean, "number");
  const size = figureRead(ledger, `${field}.n`, report.n, "size");
  const interval = intervalRead(ledger, field, report);
  if (!mean || !size || !interval) return undefined;
  const { lower, upper, level } = interval;
  const [estimate, low, high] = [mean, lower, upper].map(({ printed }) => windowOf(printed));
  if (!isSymmetric({ estimate: estimate!, lower: low!, upper: high! }))
    return wrong(
      ledger,
      `${field}.mean.value`,
      `${mean.text} is not in the middle of ${lower.text} to ${upper.text}`,
      `a mean of ${rounded((lower.value + upper.value) / 2)}: an interval that is not symmetric gives no standard deviation`,
    );
  const found = sdFromInterval({ lower: lower.value, upper: upper.value, level: level.value / 100 }, size.value);
  if (!found.ok) return refusedStep(ledger, `${field}.n.value`, found.refusal);
  const { critical, df } = found.value;
  const t = critical.toFixed(4);
  const sd = writeStep(ledger, {
    field,
    gives: "SD",
    formula: "SD = √n × (upper − lower) / (2t), t of Student's distribution with n − 1 degrees of freedom",
    worked: `√${size.text} × (${upper.text} − ${bracketed(lower.text)}) / (2 × ${t}) with ${df} df`,
    result: found.value.sd,
    inputs: [
      ["lower", lower],
      ["upper", upper],
      ["level", level],
      ["n", size],
    ],
    sources: ["cochrane-handbook-ch6", "student-1908"],
    range: allowedRange([lower, upper], ([l, u]) => (Math.sqrt(size.value) * (u! - l!)) / (2 * critical)),
  });
  const figures = [["mean", mean] as const, ["lower limit", lower] as const, ["upper limit", upper] as const];
  return { mean: mean.value, sd, n: size.value, interval: asPrinted(interval), figures, size, converted: true };
}

/** A negative number after a minus sign stands in brackets. */
export const bracketed = (text: string): string => (text.startsWith("-") ? `(${text})` : text);
