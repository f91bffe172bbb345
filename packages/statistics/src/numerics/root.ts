/** b is the best point, c lies across the root from it, a is the point before b. */
interface Bracket {
  a: number;
  b: number;
  c: number;
  fa: number;
  fb: number;
  fc: number;
  step: number;
  previous: number;
}

/**
 * Brent's root of a continuous function between two points where its sign differs.
 *
 * @param f function of one variable
 * @param low,high the bracket
 * @param relative tolerance on the root, relative to its size; 4e-16 goes as far as doubles do
 * @returns the root, or undefined when the signs do not differ, the function is not a number there, or 4,000 steps were not enough
 * @source brent-1973
 */
export function brentRoot(f: (x: number) => number, low: number, high: number, relative = 4e-16): number | undefined {
  const start = { a: low, b: high, fa: f(low), fb: f(high), step: high - low, previous: high - low };
  if (start.fa === 0) return low;
  if (start.fb === 0) return high;
  if (!(Math.sign(start.fa) * Math.sign(start.fb) < 0)) return undefined;
  const points: Bracket = { ...start, c: low, fc: start.fa };
  for (let n = 0; n < 4000; n++) {
    arrange(points);
    const tolerance = relative * Math.abs(points.b) + Number.MIN_VALUE;
    const middle = (points.c - points.b) / 2;
    if (Math.abs(middle) <= tolerance || points.fb === 0) return points.b;
    chooseStep(points, middle, tolerance);
    points.a = points.b;
    points.fa = points.fb;
    points.b += Math.abs(points.step) > tolerance ? points.step : Math.sign(middle) * tolerance;
    points.fb = f(points.b);
    if (Number.isNaN(points.fb)) return undefined;
  }
  return undefined;
}

/** Puts c across the root from b, and the better of both into b. */
function arrange(points: Bracket): void {
  if (Math.sign(points.fb) === Math.sign(points.fc)) {
    points.c = points.a;
    points.fc = points.fa;
    points.step = points.b - points.a;
    points.previous = points.step;
  }
  const { b, c, fb, fc } = points;
  if (Math.abs(fc) < Math.abs(fb)) Object.assign(points, { a: b, b: c, c: b, fa: fb, fb: fc, fc: fb });
}

/** Interpolates while that shrinks the bracket fast enough, else halves it. */
function chooseStep(points: Bracket, middle: number, tolerance: number): void {
  const jump = interpolate(points);
  const bold = Math.abs(points.previous) >= tolerance && Math.abs(points.fa) > Math.abs(points.fb);
  const limit = Math.min(3 * Math.abs(middle) - tolerance, Math.abs(points.previous));
  const take = bold && jump * middle > 0 && 2 * Math.abs(jump) < limit;
  points.previous = take ? points.step : middle;
  points.step = take ? jump : middle;
}

/** Step from b by the secant, or by inverse quadratic interpolation when three points differ. */
function interpolate({ a, b, c, fa, fb, fc }: Bracket): number {
  const s = fb / fa;
  if (a === c) return (s * (c - b)) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return (s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / -((q - 1) * (r - 1) * (s - 1));
}
