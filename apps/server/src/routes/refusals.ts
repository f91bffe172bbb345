import { RefusalBody } from "@calcar/contract";

/** How every route may refuse, for its schema. */
export const refusals = { "4xx": RefusalBody, "5xx": RefusalBody } as const;
