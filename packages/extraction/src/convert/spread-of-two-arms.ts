import { sharedSdFromInterval, sharedSdFromP, sharedSdFromSe, type TwoSizes } from "@calcar/statistics";
import { type FigureRead, figureRead } from "../check/figure-read.ts";
import type { Ledger } from "../check/ledger.ts";
import { allowedRange } from "./allowed-range.ts";
import type { ReportOf, Score } from "./score-shape.ts";
import { bracketed, intervalRead } from "./spread-of-arm.ts";
import { refusedStep, writeStep } from "./write-step.ts";

const CAUTION = "One standard deviation for both arms: right only if they spread alike and the test was a t test of the raw difference.";

interface Arms {
  readonly mean: FigureRead;
  readonly size: FigureRead;
  readonly otherSize: FigureRead;
  readonly sizes: TwoSizes;
}

/** This arm's mean and the sizes of both. */
function armsRead(ledger: Ledger, field: string, report: Pick<ReportOf<"between-arms-se">, "mean" | "n" | "otherN">): Arms | undefined {
  const mean = figureRead(ledger, `${field}.mean`, report.mean, "number");
  const size = figureRead(ledger, `${field}.n`, report.n, "size");
  const otherSize = figureRead(ledger, `${field}.otherN`, report.otherN, "size");
  return mean && size && otherSize && { mean, size, otherSize, sizes: { n1: size.value, n2: otherSize.value } };
}

const score = ({ mean, size }: Arms, sd: number, more: Score["figures"]): Score => ({
  mean: mean.value,
  sd,
  n: size.value,
  figures: [["mean", mean], ...more],
  size,
  converted: true,
});

/** From the exact p of a t test between two arms. */
export function betweenArmsP(ledger: Ledger, field: string, report: ReportOf<"between-arms-p">): Score | undefined {
  const arms = armsRead(ledger, field, report);
  const other = figureRead(ledger, `${field}.otherMean`, report.otherMean, "number");
  const p = figureRead(ledger, `${field}.p`, report.p, "p");
  if (!arms || !other || !p) return undefined;
  const { mean, size, otherSize, sizes } = arms;
  const found = sharedSdFromP(mean.value - other.value, p.value, sizes);
  if (!found.ok) return refusedStep(ledger, `${field}.p.value`, found.refusal);
  const { critical, df } = found.value;
  const sd = writeStep(ledger, {
    field,
    gives: "SD",
    formula: "SD = |mean₁ − mean₂| / (t × √(1/n₁ + 1/n₂)), t leaving p/2 with n₁ + n₂ − 2 degrees of freedom",
    worked: `|${mean.text} − ${bracketed(other.text)}| / (${critical.toFixed(4)} × √(1/${size.text} + 1/${otherSize.text})) with ${df} df`,
    result: found.value.sd,
    inputs: [
      ["mean₁", mean],
      ["mean₂", other],
      ["p", p],
      ["n₁", size],
      ["n₂", otherSize],
    ],
    sources: ["cochrane-handbook-ch6", "student-1908"],
    range: allowedRange([mean, other, p], ([m1, m2, at]) => {
      const corner = sharedSdFromP(m1! - m2!, at!, sizes);
      return corner.ok ? corner.value.sd : undefined;
    }),
    caution: CAUTION,
  });
  return score(arms, sd, [
    ["mean of the other arm", other],
    ["p", p],
  ]);
}

/** From the interval of the difference. */
export function betweenArmsInterval(ledger: Ledger, field: string, report: ReportOf<"between-arms-interval">): Score | undefined {
  const arms = armsRead(ledger, field, report);
  const interval = intervalRead(ledger, field, report);
  if (!arms || !interval) return undefined;
  const { lower, upper, level } = interval;
  const { size, otherSize, sizes } = arms;
  const found = sharedSdFromInterval({ lower: lower.value, upper: upper.value, level: level.value / 100 }, sizes);
  if (!found.ok) return refusedStep(ledger, `${field}.n.value`, found.refusal);
  const { critical, df } = found.value;
  const perMember = Math.sqrt(1 / sizes.n1 + 1 / sizes.n2);
  const sd = writeStep(ledger, {
    field,
    gives: "SD",
    formula: "SD = (upper − lower) / (2t × √(1/n₁ + 1/n₂)), t with n₁ + n₂ − 2 degrees of freedom",
    worked: `(${upper.text} − ${bracketed(lower.text)}) / (2 × ${critical.toFixed(4)} × √(1/${size.text} + 1/${otherSize.text})) with ${df} df`,
    result: found.value.sd,
    inputs: [
      ["lower", lower],
      ["upper", upper],
      ["level", level],
      ["n₁", size],
      ["n₂", otherSize],
    ],
    sources: ["cochrane-handbook-ch6", "student-1908"],
    range: allowedRange([lower, upper], ([l, u]) => (u! - l!) / (2 * critical * perMember)),
    caution: CAUTION,
  });
  return score(arms, sd, [
    ["lower limit of the difference", lower],
    ["upper limit of the difference", upper],
  ]);
}

/** From the standard error of the difference. */
export function betweenArmsSe(ledger: Ledger, field: string, report: ReportOf<"between-arms-se">): Score | undefined {
  const arms = armsRead(ledger, field, report);
  const se = figureRead(ledger, `${field}.se`, report.se, "spread");
  if (!arms || !se) return undefined;
  const { size, otherSize, sizes } = arms;
  const found = sharedSdFromSe(se.value, sizes);
  if (!found.ok) return refusedStep(ledger, `${field}.n.value`, found.refusal);
  const sd = writeStep(ledger, {
    field,
    gives: "SD",
    formula: "SD = SE / √(1/n₁ + 1/n₂)",
    worked: `${se.text} / √(1/${size.text} + 1/${otherSize.text})`,
    result: found.value,
    inputs: [
      ["SE of the difference", se],
      ["n₁", size],
      ["n₂", otherSize],
    ],
    sources: ["cochrane-handbook-ch6"],
    range: allowedRange([se], ([value]) => value! / Math.sqrt(1 / sizes.n1 + 1 / sizes.n2)),
    caution: CAUTION,
  });
  return score(arms, sd, [["SE of the difference", se]]);
}
