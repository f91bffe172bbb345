import type { LAYOUT, Place } from "../layout.ts";
import type { Entry } from "./finding.ts";

type ValueOf<P> = P extends Place<infer T> ? T : never;

/** Every file that obeys its schema, by kind, in the order of their paths. */
export type Parsed = { readonly [K in keyof typeof LAYOUT]: readonly Entry<ValueOf<(typeof LAYOUT)[K]>>[] };
