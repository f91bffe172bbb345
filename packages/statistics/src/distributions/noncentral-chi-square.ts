import { logPoissonKernel } from "../numerics/gamma-function.ts";
import { incompleteGamma } from "../numerics/incomplete-gamma.ts";
import { logComplement, type Tails } from "../numerics/tails.ts";
import { logSum } from "./discrete.ts";
import { type Distribution, distributionOf, requirePositive } from "./distribution.ts";
import { chiSquare } from "./gamma.ts";
import { solveTail } from "./solve-tail.ts";

/**
 * The noncentral chi-square distribution: a Poisson mixture of central ones, summed outwards from its largest term.
 *
 * @param df degrees of freedom, above 0
 * @param ncp noncentrality, at or above 0
 * @throws RangeError when a parameter is outside its range; from the functions when x is NaN or p not strictly between 0 and 1
 * @source ding-1992
 */
export function noncentralChiSquare(df: number, ncp: number): Distribution {
  requirePositive("df", df);
  if (ncp === 0) return chiSquare(df);
  requirePositive("ncp", ncp);
  const tails = (x: number): Tails => mixtureTails(df, ncp, Math.max(x, 0));
  const logDensity = (x: number): number => (x > 0 ? mixtureLog(ncp / 2, (j) => chiSquare(df + 2 * j).logDensity(x)) : -Infinity);
  return distributionOf({
    logDensity,
    tails,
    quantile: (lower, upper) => {
      const spread = Math.sqrt(2 * (df + 2 * ncp)) / (df + ncp);
      return Math.exp(solveTail({ tails: (u) => tails(Math.exp(u)), lower, upper, start: Math.log(df + ncp), width: spread }));
    },
  });
}

/** log of sum over j of Poisson(j; mean) exp(term(j)), outwards from the mode of the weights until nothing is added. */
function mixtureLog(mean: number, term: (j: number) => number): number {
  const at = (j: number) => logPoissonKernel(j, mean) + term(j);
  const logs = [at(Math.floor(mean))];
  let top = logs[0]!;
  const walk = (step: 1 | -1) => {
    let before = -Infinity;
    for (let j = Math.floor(mean) + step; j >= 0; j += step) {
      const log = at(j);
      logs.push(log);
      top = Math.max(top, log);
      if (log < top - 45 && log <= before) break;
      before = log;
    }
  };
  walk(1);
  walk(-1);
  return logSum(logs);
}

function mixtureTails(df: number, ncp: number, x: number): Tails {
  const logLower = mixtureLog(ncp / 2, (j) => incompleteGamma(df / 2 + j, x / 2).logLower);
  if (logLower < -Math.LN2) return { lower: Math.exp(logLower), upper: -Math.expm1(logLower), logLower, logUpper: logComplement(logLower) };
  const logUpper = mixtureLog(ncp / 2, (j) => incompleteGamma(df / 2 + j, x / 2).logUpper);
  return { lower: -Math.expm1(logUpper), upper: Math.exp(logUpper), logLower: logComplement(logUpper), logUpper };
}
