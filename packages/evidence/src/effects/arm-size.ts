import type { ArmNumbers } from "../schema.ts";

/** How many one arm counts: of a count of events its total, of a mean its number. */
export const sizeOfArm = (arm: ArmNumbers): number => ("events" in arm ? arm.total : arm.n);
