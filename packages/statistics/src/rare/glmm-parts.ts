/** A model's marginal likelihood and its two tests, whatever stands behind it. */
export interface GlmmParts {
  /** Marginal log-likelihood at an effect and a deviation between effects; nuisance parameters maximised out. */
  readonly logLik: (theta: number, tau: number) => number;
  /** The common effect with its information, where it is to be had at once. */
  readonly common?: { readonly effect: number; readonly value: number; readonly information: number };
  /** Log-likelihood with one effect per study. */
  readonly saturated: number;
  /** Single studies' effects with their information, for the Wald test; those without a finite effect say nothing. */
  readonly single: readonly { readonly effect: number; readonly information: number }[];
  /** Log-likelihood given the predicted random terms. */
  readonly conditional: (theta: number, tau: number) => number;
  /** Wald statistic, where single effects are not independent. */
  readonly wald?: number;
  readonly sigma2?: (theta: number, tau: number) => number;
}
