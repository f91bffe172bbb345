/** log(1 + u) - u for u > -1, without cancellation near 0. */
export function log1pMinus(u: number): number {
  if (Math.abs(u) > 0.3) return Math.log1p(u) - u;
  // log(1 + u) = 2 atanh(r) with r = u / (2 + u); 2 r - u = -r u.
  const r = u / (2 + u);
  const square = r * r;
  let sum = 0;
  for (let n = 35; n >= 3; n -= 2) sum = (sum + 1 / n) * square;
  return 2 * r * sum - r * u;
}
