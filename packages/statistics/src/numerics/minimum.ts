const GOLDEN = (3 - Math.sqrt(5)) / 2;

export interface Minimum {
  readonly x: number;
  readonly value: number;
}

/** The three best points so far, the interval that holds the minimum, and the last two steps. */
interface Search {
  a: number;
  b: number;
  best: Minimum;
  second: Minimum;
  third: Minimum;
  step: number;
  previous: number;
}

/**
 * Brent's minimum of a function of one variable within an interval, without derivatives.
 *
 * @param f function of one variable; NaN counts as infinitely bad
 * @param low,high the interval
 * @param relative tolerance on x, relative to its size; below 1e-8 it is rounding that decides
 * @source brent-1973
 */
export function brentMinimum(f: (x: number) => number, low: number, high: number, relative = 1e-9): Minimum {
  const at = (x: number): Minimum => {
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Infinity : value };
  };
  const first = at(low + GOLDEN * (high - low));
  const search: Search = { a: low, b: high, best: first, second: first, third: first, step: 0, previous: 0 };
  for (let n = 0; n < 300; n++) {
    const { a, b, best } = search;
    const tolerance = relative * Math.abs(best.x) + relative * 1e-3 * (high - low);
    if (Math.abs(best.x - (a + b) / 2) <= 2 * tolerance - (b - a) / 2) break;
    chooseStep(search, tolerance);
    const { step } = search;
    const far = Math.abs(step) >= tolerance ? step : (Math.sign(step) || 1) * tolerance;
    takeIn(search, at(best.x + far));
  }
  return search.best;
}

/** A step by the parabola through three points while it shrinks, else by the golden section of the longer part. */
function chooseStep(search: Search, tolerance: number): void {
  const { a, b, best, previous } = search;
  const jump = Math.abs(previous) > tolerance ? parabola(search) : Number.NaN;
  const target = best.x + jump;
  const middle = (a + b) / 2;
  if (Math.abs(jump) < Math.abs(previous / 2) && target > a && target < b) {
    const nearEdge = target - a < 2 * tolerance || b - target < 2 * tolerance;
    search.previous = search.step;
    search.step = nearEdge ? Math.sign(middle - best.x) * tolerance : jump;
    return;
  }
  search.previous = best.x < middle ? b - best.x : a - best.x;
  search.step = GOLDEN * search.previous;
}

/** Step from the best point to the lowest point of the parabola through three points. */
function parabola({ best, second, third }: Search): number {
  const r = (best.x - second.x) * (best.value - third.value);
  const q = (best.x - third.x) * (best.value - second.value);
  return -((best.x - third.x) * q - (best.x - second.x) * r) / (2 * (q - r));
}

function takeIn(search: Search, next: Minimum): void {
  const { best, second, third } = search;
  const better = next.value <= best.value;
  const [inner, edge] = better ? [next.x, best.x] : [best.x, next.x];
  if (inner >= edge) search.a = edge;
  else search.b = edge;
  if (better) Object.assign(search, { best: next, second: best, third: second });
  else if (next.value <= second.value || second.x === best.x) Object.assign(search, { second: next, third: second });
  else if (next.value <= third.value || third.x === best.x || third.x === second.x) search.third = next;
}
