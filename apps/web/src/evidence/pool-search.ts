import type { PoolChoice } from "../api/queries.ts";
import type { Pooled } from "./shapes.ts";

export const TAU2 = ["REML", "DL", "PM", "FE"] as const;
export const CI = ["z", "hksj", "mhksj"] as const;
export type Tau2 = (typeof TAU2)[number];
export type Ci = (typeof CI)[number];

export const WIDEN = ["phase", "product", "route", "disease", "joint"] as const;
export type Widen = (typeof WIDEN)[number];

export const FIGURES = ["forest", "cumulative", "leave-one-out", "subgroups", "funnel"] as const;
export type EffectFigure = (typeof FIGURES)[number];
export type GroupBy = Pooled["subgroups"][number]["by"];
const GROUPS = ["product", "phase", "route", "comparator", "design", "disease", "joint"] as const satisfies readonly GroupBy[];

/** Which figure of an effect is shown, and by what its studies are grouped. Absent: the forest plot, the first coordinate. */
export interface FigureChoice {
  readonly figure?: EffectFigure;
  readonly by?: GroupBy;
}

export interface PoolSearch extends PoolChoice, FigureChoice {
  readonly tau2?: Tau2;
  readonly ci?: Ci;
  readonly widen?: readonly Widen[];
}

/** How the address says a question is to be pooled and shown. What it does not know it leaves to the server's default. */
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
    ...readFigure(search),
  };
}

function readFigure(search: Record<string, unknown>): FigureChoice {
  const figure = FIGURES.find((one) => one === search.figure);
  const by = GROUPS.find((one) => one === search.by);
  return { ...(figure ? { figure } : {}), ...(by && figure === "subgroups" ? { by } : {}) };
}

/** Which figure is shown, without how the studies are pooled. */
export const figureOf = ({ figure, by }: FigureChoice): FigureChoice => ({ ...(figure ? { figure } : {}), ...(by ? { by } : {}) });

/** Whether an address asks for anything else to be pooled than what is shown first. */
export const isChosen = ({ tau2 = "REML", ci = "z", without = [], widen = [] }: PoolSearch): boolean =>
  tau2 !== "REML" || ci !== "z" || without.length > 0 || widen.length > 0;
