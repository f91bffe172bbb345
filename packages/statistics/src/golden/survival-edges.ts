import { cox } from "../survival/cox.ts";
import { kaplanMeier } from "../survival/kaplan-meier.ts";
import { logRank } from "../survival/log-rank.ts";
import { survivalLimits } from "../survival/survival-limits.ts";
import { survivalQuantile } from "../survival/survival-reading.ts";
import { type Edges, mapAnswer } from "./edge-answer.ts";

const curve = (time: readonly number[], status: readonly number[]) => () =>
  mapAnswer(kaplanMeier({ time, status }), (value) => {
    const limits = survivalLimits(value, "log");
    const orMissing = (column: Float64Array) => Array.from(value.time, (_, i) => column[i]);
    return {
      time: Array.from(value.time),
      surv: Array.from(value.survival),
      se_cumhaz_scale: Array.from(value.seLog),
      lower: orMissing(limits.lower),
      upper: orMissing(limits.upper),
      median: survivalQuantile(value, limits).time,
    };
  });

const model = (status: readonly number[], x: readonly number[]) => () =>
  mapAnswer(cox({ time: status.map((_, i) => i + 1), status, covariates: { x } }), ({ coefficients, logLik, monotone }) => ({
    coef: coefficients.map(({ coef }) => coef),
    coef_above_10: monotone.length > 0 && coefficients[0]!.coef > 10,
    loglik: logLik,
  }));

/** Awkward input to the survival methods. */
export const survivalEdges: Edges = {
  "km-no-events": curve([1, 2, 3], [0, 0, 0]),
  "km-last-event": curve([1, 2, 3], [1, 0, 1]),
  "km-time-zero": curve([0, 2, 3], [1, 0, 1]),
  "km-negative-time": curve([-1, 2, 3], [1, 0, 1]),
  "cox-separation": model([1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0, 0]),
  "cox-no-events": model([0, 0, 0, 0], [1, 0, 1, 0]),
  "cox-constant": model([1, 0, 1, 1], [1, 1, 1, 1]),
  "logrank-one-group": () =>
    mapAnswer(logRank({ time: [1, 2, 3, 4], status: [1, 0, 1, 1], group: [1, 1, 1, 1] }), ({ chisq }) => ({ chisq })),
};
