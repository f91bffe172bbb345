/** How far a stated fact has been checked, best first. `recalled` and `seed-only` are never shown as established. */
export const VERIFIED = ["source-text", "secondary-source", "seed-only", "recalled"] as const;
export type Verified = (typeof VERIFIED)[number];

/** Whether a fact may enter a pool or be shown without a mark. */
export const isEstablished = (verified: Verified): boolean => verified === "source-text" || verified === "secondary-source";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

export const CERTAINTIES = ["high", "moderate", "low", "very-low"] as const;
/** GRADE certainty of a body of evidence. */
export type Certainty = (typeof CERTAINTIES)[number];

/** A calendar day without time or zone, `YYYY-MM-DD`. */
export type PlainDate = string;
