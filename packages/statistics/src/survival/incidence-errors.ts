import { type CumulativeIncidence, eventsAt, survivors } from "./cumulative-incidence.ts";

export interface IncidenceErrors {
  readonly free: Float64Array;
  /** By cause, like `incidence`. */
  readonly incidence: readonly Float64Array[];
}

/**
 * Infinitesimal jackknife (robust) standard errors of cumulative incidence.
 *
 * A subject's influence on F(t) moves in proportion to F once the subject has left, and is the same for all who remain; so
 * running sums of squares and products give the variance in one pass instead of a sum over subjects at every time.
 *
 * @source therneau-crowson-atkinson-2024
 */
export function jackknifeErrors(curve: CumulativeIncidence): IncidenceErrors {
  return { free: freeErrors(curve), incidence: curve.incidence.map((_, cause) => causeErrors(curve, cause)) };
}

/** Influence on log survival of leaving at each step with an event, and without; the latter is also that of all who remain. */
function survivalInfluence({ atRisk, events }: CumulativeIncidence) {
  const without = new Float64Array(atRisk.length);
  const withEvent = new Float64Array(atRisk.length);
  let hazard = 0;
  for (let i = 0; i < atRisk.length; i++) {
    const d = eventsAt(events, i);
    const left = survivors(atRisk[i]!, d);
    if (left > 0) hazard += d / (atRisk[i]! * left);
    without[i] = -hazard;
    withEvent[i] = (left > 0 ? 1 / left : 0) - hazard; // when nobody is left nothing follows that it could bear on
  }
  return { without, withEvent };
}

function freeErrors(curve: CumulativeIncidence): Float64Array {
  const { atRisk, censored, events, free } = curve;
  const { without, withEvent } = survivalInfluence(curve);
  let squares = 0;
  return free.map((level, i) => {
    const d = eventsAt(events, i);
    squares += d * withEvent[i]! ** 2 + censored[i]! * without[i]! ** 2;
    const remain = atRisk[i]! - d - censored[i]!;
    return level * Math.sqrt(squares + remain * without[i]! ** 2);
  });
}

function causeErrors(curve: CumulativeIncidence, cause: number): Float64Array {
  const { atRisk, censored, events } = curve;
  const { without, withEvent } = survivalInfluence(curve);
  const probability = curve.incidence[cause]!;
  const left = new Departed();
  let stayed = 0; // influence on F of having been at risk up to here without an event
  return probability.map((f, i) => {
    const before = i > 0 ? curve.free[i - 1]! : 1;
    const rise = f - (i > 0 ? probability[i - 1]! : 0);
    left.rise(rise);
    stayed += rise * ((i > 0 ? -without[i - 1]! : 0) - 1 / atRisk[i]!);
    events.forEach((column, c) => {
      const own = c === cause ? before / atRisk[i]! : 0;
      left.add(column[i]!, stayed + own, withEvent[i]!);
    });
    left.add(censored[i]!, stayed, without[i]!);
    const remain = Math.max(0, atRisk[i]! - eventsAt(events, i) - censored[i]!);
    return Math.sqrt(left.squares() + remain * stayed * stayed);
  });
}

/** Sums over those who left of their influence on F(t), which moves by -b whenever F rises by one. */
class Departed {
  private squared = 0;
  private mixed = 0;
  private slopes = 0;
  private peak = 0;

  add(count: number, influence: number, b: number): void {
    this.squared += count * influence * influence;
    this.mixed += count * influence * b;
    this.slopes += count * b * b;
  }

  rise(by: number): void {
    this.peak = Math.max(this.peak, this.squared);
    this.squared += by * (by * this.slopes - 2 * this.mixed);
    this.mixed -= by * this.slopes;
  }

  /** What is left of a sum that should have cancelled is nothing. */
  squares(): number {
    return this.squared > 1e-14 * this.peak ? this.squared : 0;
  }
}

/**
 * Counting-process (Aalen) variance of cumulative incidence: the cause and all others together as two independent processes.
 *
 * A rise of the hazard of the cause itself at u adds S(u-) to F(t) and takes away (F(t) - F(u)) S(u-)/S(u); a rise of the
 * others only takes away, so how they are told apart must not matter. Tied events of one process are draws without
 * replacement: d (n - d) / (n^2 (n - 1)).
 * It differs from the jackknife in the second or third digit; it is the one that goes with Gray's test.
 *
 * @returns variance (not its root) by cause
 * @source aalen-1978, gray-1988
 */
export function aalenVariance(curve: CumulativeIncidence): Float64Array[] {
  return curve.incidence.map((_, cause) => causeVariance(curve, cause));
}

function causeVariance({ atRisk, events, free, incidence }: CumulativeIncidence, cause: number): Float64Array {
  const sums = { one: 0, f: 0, ff: 0 }; // the squares opened up, so that F(t) can be taken out
  return incidence[cause]!.map((f, i) => {
    const n = atRisk[i]!;
    const before = i > 0 ? free[i - 1]! : 1;
    const after = free[i]!;
    const lost = after > 0 ? 1 / after : 0; // F does not move again once nobody is left
    const own = events[cause]![i]!;
    const others = events.reduce((sum, column, c) => (c === cause ? sum : sum + column[i]!), 0);
    [own, others].forEach((count, process) => {
      const gain = (process === 0 ? 1 : 0) + lost * f;
      const spread = before * before * hazardSpread(n, count);
      sums.one += spread * gain * gain;
      sums.f -= 2 * spread * gain * lost;
      sums.ff += spread * lost * lost;
    });
    return Math.max(0, sums.one + sums.f * f + sums.ff * f * f);
  });
}

/** Variance of d/n; a single event keeps 1/n^2, so that the last subject's counts too. */
function hazardSpread(n: number, d: number): number {
  const ties = d > 1 ? survivors(n, d) / (n - 1) : 1;
  return (d * ties) / (n * n);
}
