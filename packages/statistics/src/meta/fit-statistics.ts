import type { Model } from "./fit-model.ts";
import { logLikelihood } from "./tau2-likelihood.ts";
import { coefficients } from "./weighted-fit.ts";

export interface FitStatistics {
  readonly logLik: number;
  /** Twice the distance to the saturated model for EE and ML; -2 logLik for REML. */
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  readonly aicc?: number;
}

/** Likelihood and information criteria of a model fitted by EE, ML or REML; undefined for other methods. */
export function fitStatistics({ studies, method, tau2 }: Model): FitStatistics | undefined {
  if (method !== "EE" && method !== "ML" && method !== "REML") return undefined;
  const p = coefficients(studies);
  const k = studies.y.length;
  if (method === "REML" && k <= p) return undefined;
  const logLik = logLikelihood(studies, tau2, method === "REML" ? "REML" : "ML");
  if (logLik === undefined) return undefined;
  const parameters = p + (method === "EE" ? 0 : 1);
  const n = method === "REML" ? k - p : k;
  const saturated = method === "REML" ? 0 : saturatedLogLik(studies.v);
  const roomy = Math.max(n, parameters + 2);
  return {
    logLik,
    deviance: -2 * (logLik - saturated),
    aic: -2 * logLik + 2 * parameters,
    bic: -2 * logLik + parameters * Math.log(n),
    aicc: -2 * logLik + (2 * parameters * roomy) / (roomy - parameters - 1),
  };
}

/** Log-likelihood when every study has its own effect. */
const saturatedLogLik = (v: Float64Array): number => v.reduce((sum, variance) => sum - Math.log(2 * Math.PI * variance) / 2, 0);
