import { logBetaKernel } from "../numerics/gamma-function.ts";
import { incompleteBeta } from "../numerics/incomplete-beta.ts";
import { betaLogitQuantile } from "./beta.ts";
import { type Distribution, distributionOf, requirePositive } from "./distribution.ts";

/**
 * The F distribution (variance ratio).
 *
 * @param df1,df2 degrees of freedom of numerator and denominator, above 0
 * @throws RangeError when a df is not positive and finite; from the functions when x is NaN or p not strictly between 0 and 1
 * @source didonato-morris-1992
 */
export function fisherF(df1: number, df2: number): Distribution {
  requirePositive("df1", df1);
  requirePositive("df2", df2);
  const a = df1 / 2;
  const b = df2 / 2;
  const share = (x: number) => {
    const ratio = (Math.max(x, 0) * df1) / df2;
    return ratio === Infinity ? ([1, 0] as const) : ([ratio / (1 + ratio), 1 / (1 + ratio)] as const);
  };
  return distributionOf({
    logDensity: (x) => (x > 0 && x < Infinity ? logBetaKernel(a, b, ...share(x)) - Math.log(x) : -Infinity),
    tails: (x) => incompleteBeta(a, b, ...share(x)),
    quantile: (lower, upper) => (df2 / df1) * Math.exp(betaLogitQuantile({ a, b, lower, upper })),
  });
}
