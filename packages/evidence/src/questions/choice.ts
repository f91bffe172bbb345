import type { Widening } from "../members/miss.ts";
import type { CiMethod, Tau2Method } from "../schema.ts";

/** How to pool, what to leave out and what else to let in. Nothing has a silent default: each choice can change the answer. */
export interface Choice {
  readonly tau2: Tau2Method;
  readonly ci: CiMethod;
  readonly without: readonly string[]; // study ids
  readonly widen: readonly Widening[]; // coordinates in which studies may differ from the question; each lowers the certainty
}

/** What is shown first where nobody has chosen: REML with the normal interval, all studies of the question and no other. */
export const FIRST_SHOWN: Choice = { tau2: "REML", ci: "z", without: [], widen: [] };
