import type { Problem } from "@calcar/vocabulary";
import { openLedger } from "./check/ledger.ts";
import { countOf } from "./convert/count.ts";
import { scoreOf } from "./convert/score.ts";
import type { ArmReport } from "./convert/score-shape.ts";
import type { Step } from "./convert/step.ts";
import type { CountReport } from "./draft/score-report.ts";

/** What one reported result comes to. */
export interface Converted {
  readonly steps: readonly Step[];
  readonly result: Readonly<Record<string, number>>; // mean, sd, n; or events, total; what is not known is absent
}

/**
 * Converts one reported result by itself, without a study around it and so without provenance.
 *
 * @returns every step, or everything that is wrong with the figures
 */
export function convertReport(
  report: ArmReport | CountReport,
): { ok: true; value: Converted } | { ok: false; problems: readonly Problem[] } {
  const ledger = openLedger(undefined);
  const found =
    report.as === "count" || report.as === "percent" ? countOf(ledger, "report", report, false) : scoreOf(ledger, "report", report);
  if (!found || ledger.problems.length > 0) return { ok: false, problems: ledger.problems };
  const values = "total" in found ? { events: found.events, total: found.total } : { mean: found.mean, sd: found.sd, n: found.n };
  const result = Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return { ok: true, value: { steps: ledger.steps, result } };
}
