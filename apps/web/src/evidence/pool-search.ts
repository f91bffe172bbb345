import type { PoolChoice } from "../api/queries.ts";

export const TAU2 = ["REML", "DL", "PM", "FE"] as const;
export const CI = ["z", "hksj", "mhksj"] as const;
export type Tau2 = (typeof TAU2)[number];
export type Ci = (typeof CI)[number];

export const WIDEN = ["phase", "product", "route", "disease", "joint"] as const;
export type Widen = (typeof WIDEN)[number];

export interface PoolSearch extends PoolChoice {
  readonly tau2?: Tau2;
  readonly ci?: Ci;
  readonly widen?: readonly Widen[];
}

/** How the address says a question is to be pooled. What it does not know it leaves to the server's default. */
export function readPoolSearch(search: Record<string, unknown>): PoolSearch {
  const tau2 = TAU2.find((method) => method === search.tau2);
  const ci = CI.find((method) => method === search.ci);
  const without = [search.without ?? []].flat().filter((study) => typeof study === "string");
  const widen = WIDEN.filter((coordinate) => [search.widen ?? []].flat().includes(coordinate));
  return {
    ...(tau2 ? { tau2 } : {}),
    ...(ci ? { ci } : {}),
    ...(without.length > 0 ? { without } : {}),
    ...(widen.length > 0 ? { widen } : {}),
  };
}

/** Whether an address asks for anything else than what is shown first. */
export const isChosen = ({ tau2 = "REML", ci = "z", without = [], widen = [] }: PoolSearch): boolean =>
  tau2 !== "REML" || ci !== "z" || without.length > 0 || widen.length > 0;
