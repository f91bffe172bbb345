import type { CiMethod, Tau2Method } from "../schema.ts";

/** How to pool, and what to leave out. Nothing has a silent default: each choice can change the answer. */
export interface Choice {
  readonly tau2: Tau2Method;
  readonly ci: CiMethod;
  readonly without: readonly string[]; // study ids
}

/** What is shown first where nobody has chosen: REML with the normal interval, all studies. */
export const FIRST_SHOWN: Choice = { tau2: "REML", ci: "z", without: [] };
