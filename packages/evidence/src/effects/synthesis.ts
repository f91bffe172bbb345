import {
  type Effect,
  leaveOneOut,
  meanEffect,
  type Pooled as PooledEffect,
  type PoolRequest,
  pool,
  type Table,
  tableEffects,
  tau2Interval,
  type WithoutOne,
} from "@calcar/statistics";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import type { CiMethod, Pooled, Tau2Method } from "../schema.ts";
import { type EffectRow, isCounts } from "./effect-row.ts";

export type WeighedRow = EffectRow & Effect & { readonly weight: number };

/** A pool on the scale of analysis, with everything that happened on the way. */
export interface Synthesis {
  readonly rows: readonly WeighedRow[];
  readonly uninformative: readonly EffectRow[]; // no event, or nothing but events, in both arms: a ratio learns nothing from them
  readonly half: readonly EffectRow[]; // an empty cell, to which a half was added
  readonly pooled: PooledEffect;
  readonly narrowerThanNormal: boolean; // the Knapp-Hartung interval is narrower than the normal one
  readonly tau2Ci: Pooled["tau2Ci"];
  readonly leaveOneOut: readonly WithoutOne[]; // empty for a single study
}

export interface Methods {
  readonly tau2: Tau2Method;
  readonly ci: CiMethod;
}

const HALF = 0.5;

/**
 * Pools rows by inverse variance. A single study keeps its own normal interval, whatever was chosen: nothing else exists.
 *
 * @refuses incomplete/no-informative-studies when no row has an event in one arm and not in all hips of both;
 *   invalid/mixed-basis when a standardised difference would join change scores with final values; as statistics' meanEffect
 *   and pool
 */
export function synthesise(measure: EffectQuestion["measure"], rows: readonly EffectRow[], methods: Methods): Result<Synthesis> {
  const effects = effectsOf(measure, rows);
  if (!effects.ok) return effects;
  const kept = rows.flatMap((row, i) => (effects.value[i] ? [{ ...row, ...effects.value[i] }] : []));
  if (kept.length === 0) return refuse("incomplete", "no-informative-studies");

  const request = requestOf(kept, methods);
  const pooled = pool(request);
  if (!pooled.ok) return pooled;
  const others = kept.length > 2 ? leaveOneOut(request) : alone(kept, request);
  if (!others.ok) return others;
  return ok({
    rows: kept.map((row, i) => ({ ...row, weight: pooled.value.weights[i]! })),
    uninformative: rows.filter((_, i) => !effects.value[i]),
    half: kept.filter((row) => isCounts(row.intervention) && Object.values(tableOf(row)).includes(0)),
    pooled: pooled.value,
    narrowerThanNormal: isNarrower(pooled.value, request),
    tau2Ci: tau2CiOf(request),
    leaveOneOut: others.value,
  });
}

/** One effect for each row, in order; nothing where a ratio learns nothing. */
function effectsOf(measure: EffectQuestion["measure"], rows: readonly EffectRow[]): Result<readonly (Effect | undefined)[]> {
  if (measure !== "MD" && measure !== "SMD")
    return tableEffects(measure, rows.map(tableOf), { add: HALF, to: "only0", drop00: measure !== "RD" });
  if (measure === "SMD" && new Set(rows.map(({ isChange }) => isChange)).size > 1) return refuse("invalid", "mixed-basis");
  const effects: Effect[] = [];
  for (const { intervention: a, comparator: b } of rows) {
    if (isCounts(a) || isCounts(b)) throw new Error("counts in a question on means");
    const effect = meanEffect(measure, { m1: a.mean, sd1: a.sd, n1: a.n, m2: b.mean, sd2: b.sd, n2: b.n });
    if (!effect.ok) return effect;
    effects.push(effect.value);
  }
  return ok(effects);
}

function tableOf({ intervention: a, comparator: b }: EffectRow): Table {
  if (!isCounts(a) || !isCounts(b)) throw new Error("means in a question on counts");
  return { ai: a.events, bi: a.total - a.events, ci: b.events, di: b.total - b.events };
}

const requestOf = (rows: readonly Effect[], { tau2, ci }: Methods): PoolRequest => ({
  yi: rows.map(({ yi }) => yi),
  vi: rows.map(({ vi }) => vi),
  tau2: tau2 === "FE" ? "EE" : tau2,
  ci: rows.length === 1 ? "z" : ci,
});

/** Without one of two studies the other stands alone, with its own normal interval. */
function alone(rows: readonly Effect[], request: PoolRequest): Result<readonly WithoutOne[]> {
  const left = rows.length === 2 ? [1, 0] : [];
  const results: WithoutOne[] = [];
  for (const [without, other] of left.entries()) {
    const single = pool({ ...request, yi: [rows[other]!.yi], vi: [rows[other]!.vi], ci: "z" });
    if (!single.ok) return single;
    results.push({ ...single.value, without, q: 0, i2: 0 });
  }
  return ok(results);
}

function isNarrower({ ci }: PooledEffect, request: PoolRequest): boolean {
  if (request.ci !== "hksj") return false;
  const normal = pool({ ...request, ci: "z" });
  return normal.ok && ci[1] - ci[0] < normal.value.ci[1] - normal.value.ci[0];
}

/** Q-profile interval; absent for one study, for a common effect, and where the studies are more alike than chance allows. */
function tau2CiOf({ yi, vi, tau2 }: PoolRequest): Pooled["tau2Ci"] {
  if (tau2 === "EE" || yi.length < 2) return null;
  const interval = tau2Interval({ yi, vi, type: "QP", tau2 });
  if (!interval.ok) return null;
  const { low, high } = interval.value.tau2;
  return low === undefined || high === undefined ? null : [low, high];
}
