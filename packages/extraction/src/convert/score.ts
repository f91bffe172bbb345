import { figureIfAny, figureRead } from "../check/figure-read.ts";
import { type Ledger, wrong } from "../check/ledger.ts";
import { withinArmP } from "./change.ts";
import { medianScore } from "./median.ts";
import type { ArmReport, ReportOf, Score } from "./score-shape.ts";
import { fromInterval, fromSe } from "./spread-of-arm.ts";
import { betweenArmsInterval, betweenArmsP, betweenArmsSe } from "./spread-of-two-arms.ts";

/**
 * What a paper reports of a score, as mean, spread and number: carried over where that is what is printed, converted where it is
 * not, every conversion written down. Nothing is converted that was not asked for.
 */
export function scoreOf(ledger: Ledger, field: string, report: ArmReport): Score | undefined {
  const before = ledger.problems.length;
  const score = byKind(ledger, field, report);
  return ledger.problems.length > before ? undefined : score;
}

function byKind(ledger: Ledger, field: string, report: ArmReport): Score | undefined {
  switch (report.as) {
    case "mean-sd":
      return meanSd(ledger, field, report);
    case "mean-se":
      return fromSe(ledger, field, report);
    case "mean-interval":
      return fromInterval(ledger, field, report);
    case "mean-only":
      return meanOnly(ledger, field, report);
    case "mean-unclear":
      return meanUnclear(ledger, field, report);
    case "median":
      return medianScore(ledger, field, report);
    case "between-arms-p":
      return betweenArmsP(ledger, field, report);
    case "between-arms-interval":
      return betweenArmsInterval(ledger, field, report);
    case "between-arms-se":
      return betweenArmsSe(ledger, field, report);
    case "within-arm-p":
      return withinArmP(ledger, field, report);
  }
}

function meanSd(ledger: Ledger, field: string, report: ReportOf<"mean-sd">): Score | undefined {
  const mean = figureRead(ledger, `${field}.mean`, report.mean, "number");
  const sd = figureRead(ledger, `${field}.sd`, report.sd, "spread");
  const size = figureRead(ledger, `${field}.n`, report.n, "size");
  if (size && size.value < 2) wrong(ledger, `${field}.n.value`, "one value has no standard deviation", "2 or more, or the mean alone");
  if (!mean || !sd || !size) return undefined;
  const figures = [["mean", mean] as const, ["SD", sd] as const];
  return { mean: mean.value, sd: sd.value, n: size.value, figures, size, converted: false };
}

/** How many were measured may be missing here: the mean enters no pool in any case. */
function meanOnly(ledger: Ledger, field: string, report: ReportOf<"mean-only">): Score | undefined {
  const mean = figureRead(ledger, `${field}.mean`, report.mean, "number");
  const size = figureIfAny(ledger, `${field}.n`, report.n, "size");
  return mean && { mean: mean.value, n: size?.value, figures: [["mean", mean]], size, converted: false };
}

function meanUnclear(ledger: Ledger, field: string, report: ReportOf<"mean-unclear">): Score | undefined {
  const mean = figureRead(ledger, `${field}.mean`, report.mean, "number");
  const spread = figureRead(ledger, `${field}.spread`, report.spread, "spread");
  const size = figureIfAny(ledger, `${field}.n`, report.n, "size");
  if (!mean || !spread) return undefined;
  return {
    mean: mean.value,
    unclear: spread.value,
    n: size?.value,
    figures: [
      ["mean", mean],
      ["unexplained spread", spread],
    ],
    size,
    converted: false,
  };
}
