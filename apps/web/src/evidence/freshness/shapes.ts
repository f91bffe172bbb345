import type { FreshnessPage } from "@calcar/contract";

/** The parts of the wire format that the freshness page names. */
export type QuestionState = FreshnessPage["questions"][number];
export type TrialState = FreshnessPage["trials"][number];
export type Due = Pick<QuestionState, "last" | "due" | "state">;
export type Reviewed = FreshnessPage["studies"];
