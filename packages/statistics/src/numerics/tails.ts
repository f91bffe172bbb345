/** Both tails of a cumulative distribution at one point, and their logs; each kept to full relative accuracy. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
}

/** Tails from the log of the lower one, meant for the side where it is at most about a half. */
export function tailsFromLower(logLower: number): Tails {
  const log = Math.min(logLower, 0);
  const lower = Math.exp(log);
  return { lower, upper: 1 - lower, logLower: log, logUpper: logComplement(log) };
}

export const swapTails = ({ lower, upper, logLower, logUpper }: Tails): Tails => ({
  lower: upper,
  upper: lower,
  logLower: logUpper,
  logUpper: logLower,
});

/** log(1 - e^log) for log <= 0. */
export const logComplement = (log: number): number => (log > -Math.LN2 ? Math.log(-Math.expm1(log)) : Math.log1p(-Math.exp(log)));
