import { ok, type Result, refuse } from "@calcar/vocabulary";
import { type Matrix, zeros } from "../numerics/matrix.ts";
import { ascendingOrder, tieTolerance } from "./order.ts";

/** A spell of one subject in one state: under observation from `entry` to `time`. */
export interface Spell {
  readonly subject: string | number;
  readonly from: string;
  readonly entry: number;
  readonly time: number;
  /** State entered at `time`; absent when the spell ended without a move. */
  readonly to?: string;
}

export interface StateProbabilities {
  readonly states: readonly string[];
  readonly time: Float64Array;
  /** At each time, the probability of being in each state. */
  readonly probability: Matrix;
  /** Infinitesimal jackknife standard errors over subjects, of the same shape. */
  readonly se: Matrix;
}

/**
 * State occupancy of a multistate process (Aalen-Johansen).
 *
 * The distribution over the states at the earliest entry is carried forward by the observed share of moves out of each
 * state. Subjects may come in late, move often, and return.
 *
 * @param spells one row per stay; a subject's stays follow one another
 * @param states names in the order wanted; every state met must be among them
 * @returns probabilities just after each distinct end of a spell
 * @refuses incomplete/no-rows; invalid/spell with the rows where times are not finite, entry is not before time or a
 *   state is unknown
 * @source aalen-johansen-1978, therneau-crowson-atkinson-2024
 */
export function stateProbabilities(spells: readonly Spell[], states: readonly string[]): Result<StateProbabilities> {
  if (spells.length === 0) return refuse("incomplete", "no-rows");
  const bad = spells.flatMap((spell, row) => (isSpell(spell, states) ? [] : [`row ${row}`]));
  if (bad.length > 0) return refuse("invalid", "spell", bad.slice(0, 20));
  return ok(carryForward(new Walk(spells, states)));
}

function isSpell({ subject, entry, time, from, to }: Spell, states: readonly string[]): boolean {
  const named = typeof subject === "string" || Number.isFinite(subject);
  const timed = Number.isFinite(entry) && Number.isFinite(time) && entry < time;
  return named && timed && states.includes(from) && (to === undefined || states.includes(to));
}

/** One subject's move or stay at a time, as its share in the transition matrix. */
interface Present {
  readonly subject: number;
  readonly from: number;
  readonly to: number;
}

/** Spells as columns, and who is present at a time. */
class Walk {
  readonly states: readonly string[];
  readonly subjects: number;
  readonly times: Float64Array;
  readonly tolerance: number;
  private readonly spells: readonly (Present & { readonly entry: number; readonly time: number })[];

  constructor(spells: readonly Spell[], states: readonly string[]) {
    const subjects = new Map<string | number, number>();
    this.states = states;
    this.spells = spells.map(({ subject, from, to, entry, time }) => {
      if (!subjects.has(subject)) subjects.set(subject, subjects.size);
      return { subject: subjects.get(subject)!, from: states.indexOf(from), to: states.indexOf(to ?? from), entry, time };
    });
    this.subjects = subjects.size;
    const ends = spells.map(({ time }) => time);
    this.tolerance = tieTolerance(ends);
    const sorted = Array.from(ascendingOrder(ends), (row) => ends[row]!);
    this.times = Float64Array.from(sorted.filter((time, i) => i === 0 || time - sorted[i - 1]! > this.tolerance));
  }

  /** States held at the earliest entry. */
  start(): readonly Present[] {
    const earliest = Math.min(...this.spells.map(({ entry }) => entry));
    return this.spells.filter(({ entry }) => entry <= earliest + this.tolerance);
  }

  /** Those under observation just before a time, with where they are after it. */
  presentAt(now: number): Present[] {
    return this.spells
      .filter(({ entry, time }) => entry < now - this.tolerance && time >= now - this.tolerance)
      .map(({ subject, from, to, time }) => ({ subject, from, to: time <= now + this.tolerance ? to : from }));
  }
}

function carryForward(walk: Walk): StateProbabilities {
  const size = walk.states.length;
  const { level, influence } = startOf(walk);
  const probability: Matrix = [];
  const se: Matrix = [];
  for (const now of walk.times) {
    move(walk.presentAt(now), level, influence);
    probability.push(level.slice());
    se.push(Float64Array.from({ length: size }, (_, j) => Math.sqrt(influence.reduce((sum, line) => sum + line[j]! ** 2, 0))));
  }
  return { states: walk.states, time: walk.times, probability, se };
}

function startOf(walk: Walk): { level: Float64Array; influence: Matrix } {
  const start = walk.start();
  const level = new Float64Array(walk.states.length);
  for (const { from } of start) level[from]! += 1 / start.length;
  const influence = zeros(walk.subjects, walk.states.length);
  for (const { subject, from } of start) {
    for (let j = 0; j < level.length; j++) influence[subject]![j] = ((j === from ? 1 : 0) - level[j]!) / start.length;
  }
  return { level, influence };
}

/** One time: the level, and each subject's influence on it, pass through the observed transitions. */
function move(present: readonly Present[], level: Float64Array, influence: Matrix): void {
  if (present.every(({ from, to }) => from === to)) return;
  const size = level.length;
  const atRisk = new Float64Array(size);
  for (const { from } of present) atRisk[from]! += 1;
  const shares = zeros(size, size);
  for (const { from, to } of present) shares[from]![to]! += 1 / atRisk[from]!;
  for (let h = 0; h < size; h++) if (atRisk[h] === 0) shares[h]![h] = 1;
  for (const line of influence) line.set(through(line, shares));
  for (const { subject, from, to } of present) {
    const line = influence[subject]!;
    for (let j = 0; j < size; j++) line[j]! += (level[from]! * ((j === to ? 1 : 0) - shares[from]![j]!)) / atRisk[from]!;
  }
  level.set(through(level, shares));
}

function through(line: Float64Array, shares: Matrix): Float64Array {
  return line.map((_, j) => line.reduce((sum, value, h) => sum + value * shares[h]![j]!, 0));
}
