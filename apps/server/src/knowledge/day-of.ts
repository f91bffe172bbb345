import type { PlainDate } from "@calcar/vocabulary";

/** The day of an instant, in UTC. */
export const dayOf = (instant: Date): PlainDate => instant.toISOString().slice(0, 10);
