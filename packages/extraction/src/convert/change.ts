import { sdOfChange, sdOfChangeFromP } from "@calcar/statistics";
import { figureIfAny, figureRead } from "../check/figure-read.ts";
import { type Ledger, wrong } from "../check/ledger.ts";
import { allowedRange } from "./allowed-range.ts";
import type { ReportOf, Score } from "./score-shape.ts";
import { refusedStep, writeStep } from "./write-step.ts";

/** A mean change with the exact p of a paired t test. */
export function withinArmP(ledger: Ledger, field: string, report: ReportOf<"within-arm-p">): Score | undefined {
  const mean = figureRead(ledger, `${field}.mean`, report.mean, "number");
  const p = figureRead(ledger, `${field}.p`, report.p, "p");
  const size = figureRead(ledger, `${field}.n`, report.n, "size");
  if (!mean || !p || !size) return undefined;
  const found = sdOfChangeFromP(mean.value, p.value, size.value);
  if (!found.ok) return refusedStep(ledger, `${field}.p.value`, found.refusal);
  const { critical, df } = found.value;
  const sd = writeStep(ledger, {
    field,
    gives: "SD of the change",
    formula: "SD = |change| × √n / t, t leaving p/2 with n − 1 degrees of freedom",
    worked: `|${mean.text}| × √${size.text} / ${critical.toFixed(4)} with ${df} df`,
    result: found.value.sd,
    inputs: [
      ["change", mean],
      ["p", p],
      ["n", size],
    ],
    sources: ["cochrane-handbook-ch6", "student-1908"],
    range: allowedRange([mean, p], ([change, at]) => {
      const corner = sdOfChangeFromP(change!, at!, size.value);
      return corner.ok ? corner.value.sd : undefined;
    }),
    caution: "Right only if the test was a paired t test of the change.",
  });
  return {
    mean: mean.value,
    sd,
    n: size.value,
    figures: [
      ["mean change", mean],
      ["p", p],
    ],
    size,
    converted: true,
  };
}

/** Means and spreads before and after, both of which a worked-out change rests on. */
export interface BeforeAfter {
  readonly baseline: Score | undefined;
  readonly followUp: Score | undefined;
}

/** A change worked out from the values before and after, with a correlation that somebody states. */
export function fromBeforeAndAfter(
  ledger: Ledger,
  field: string,
  report: ReportOf<"from-before-and-after">,
  { baseline, followUp }: BeforeAfter,
): Score | undefined {
  const correlation = figureRead(ledger, `${field}.correlation`, report.correlation, "correlation");
  const size = figureIfAny(ledger, `${field}.n`, report.n, "size");
  if (baseline?.sd === undefined || followUp?.sd === undefined || baseline.mean === undefined || followUp.mean === undefined)
    return wrong(ledger, field, "no mean and standard deviation before and after", "both, printed or converted, to work a change out from");
  if (!correlation) return undefined;
  const n = size?.value ?? (baseline.n === followUp.n ? followUp.n : undefined);
  if (n === undefined) return wrong(ledger, `${field}.n.value`, "missing", "how many were measured both times: before and after differ");
  const found = sdOfChange({ sdBefore: baseline.sd, sdAfter: followUp.sd, r: correlation.value });
  if (!found.ok) return refusedStep(ledger, `${field}.correlation.value`, found.refusal);
  const figures = [...baseline.figures, ...followUp.figures];
  const mean = writeStep(ledger, {
    field,
    gives: "mean change",
    formula: "change = after − before",
    worked: `${followUp.mean} − ${baseline.mean < 0 ? `(${baseline.mean})` : baseline.mean}`,
    result: followUp.mean - baseline.mean,
    inputs: figures,
    sources: ["cochrane-handbook-ch6"],
  });
  const sd = writeStep(ledger, {
    field,
    gives: "SD of the change",
    formula: "SD = √(SD_before² + SD_after² − 2r × SD_before × SD_after)",
    worked: `√(${baseline.sd}² + ${followUp.sd}² − 2 × ${correlation.text} × ${baseline.sd} × ${followUp.sd})`,
    result: found.value,
    inputs: [["r", correlation], ...figures],
    sources: ["cochrane-handbook-ch6"],
    caution: correlation.figure.how === "assumed" ? "The correlation is assumed, not reported." : undefined,
  });
  return { mean, sd, n, figures: [["correlation", correlation]], size, converted: true };
}
