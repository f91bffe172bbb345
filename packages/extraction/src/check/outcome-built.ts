import type { Outcome } from "@calcar/catalog/schema";
import { joined } from "./basis.ts";
import type { Ledger } from "./ledger.ts";
import type { placedOf } from "./placed.ts";

/** An outcome as the catalog takes it, and what stands above it in the file. */
export interface Built {
  readonly outcome: Outcome;
  readonly size: number | undefined; // how many it is of
  readonly comments: readonly string[];
}

/** Where in the draft an outcome stands, and where in the study it belongs; absent where that could not be told. */
export interface Place {
  readonly field: string;
  readonly placed: ReturnType<typeof placedOf>;
}

/** The conversions written down since: in a sentence for the file, and as comments with their sources. */
export function stepsSince(ledger: Ledger, since: number): { derivation: string | undefined; comments: string[] } {
  const steps = ledger.steps.slice(since);
  return {
    derivation: joined(
      ...steps.map(({ gives, worked, inputs }) => `${gives} from ${namesOf(inputs)}: ${worked}.`),
      ...new Set(steps.flatMap(({ caution }) => caution ?? [])),
    ),
    comments: steps.map(({ gives, formula, worked, sources, range }) => {
      const by = sources.length > 0 ? ` [${sources.join(", ")}]` : "";
      const rounding = range ? `; rounding allows ${range[0]} to ${range[1]}` : "";
      return `${gives}: ${formula}; ${worked}${rounding}${by}`;
    }),
  };
}

/** What a number was worked out from: sizes go without saying. A pool tells by these words what it rests on. */
const namesOf = (inputs: Ledger["steps"][number]["inputs"]): string =>
  [...new Set(inputs.flatMap(({ name }) => (/^(?:n[₁₂]?|total)$/.test(name) ? [] : [name])))].join(", ");
