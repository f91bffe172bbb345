import {
  type Effect,
  leaveOneOut,
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
import type { CountedRow } from "./counted-row.ts";

export type WeighedRow = CountedRow & Effect & { readonly weight: number };

/** A pool on the scale of analysis, with everything that happened on the way. */
export interface Synthesis {
  readonly rows: readonly WeighedRow[];
  readonly uninformative: readonly CountedRow[]; // no event, or nothing but events, in both arms: a ratio learns nothing from them
  readonly half: readonly CountedRow[]; // an empty cell, to which a half was added
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
 * Pools counted rows by inverse variance. A single study keeps its own normal interval, whatever was chosen: nothing else exists.
 *
 * @refuses incomplete/no-informative-studies when no row has an event in one arm and not in all hips of both; as
 *   statistics' pool
 */
export function synthesise(measure: EffectQuestion["measure"], rows: readonly CountedRow[], methods: Methods): Result<Synthesis> {
  const tables = rows.map(tableOf);
  const effects = tableEffects(measure, tables, { add: HALF, to: "only0", drop00: measure !== "RD" });
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
    half: kept.filter((row) => Object.values(tableOf(row)).includes(0)),
    pooled: pooled.value,
    narrowerThanNormal: isNarrower(pooled.value, request),
    tau2Ci: tau2CiOf(request),
    leaveOneOut: others.value,
  });
}

const tableOf = ({ intervention, comparator }: CountedRow): Table => ({
  ai: intervention.events,
  bi: intervention.total - intervention.events,
  ci: comparator.events,
  di: comparator.total - comparator.events,
});

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
