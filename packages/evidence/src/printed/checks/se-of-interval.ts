import { type Interval, studentT } from "@calcar/statistics";
import { around } from "../figures.ts";

/** Half the width of a 95% interval of a mean, over its critical value: the normal one and that of n - 1. */
export function seOfInterval([low, high]: readonly [string | number, string | number], n: number | undefined): Interval[] {
  const [l, h] = [around(low), around(high)];
  const criticals = [1.959963984540054, ...(n !== undefined && n > 1 ? [studentT(n - 1).upperQuantile(0.025)] : [])];
  return criticals.map((critical) => [(h[0] - l[1]) / (2 * critical), (h[1] - l[0]) / (2 * critical)]);
}
