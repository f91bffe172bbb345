import type { Question, Study } from "@calcar/catalog/schema";

/** What a question is about, in the words of the studies. A list that is absent excludes nothing. */
export interface Asked {
  readonly joints: readonly Study["joint"][];
  readonly diseases: readonly Study["disease"][];
  readonly phases?: readonly string[];
  readonly events: readonly string[];
  readonly instruments: readonly string[];
}

export function askedOf({ admits }: Question): Asked {
  const { joint, disease, phase } = admits.population;
  const outcome = "outcome" in admits ? admits.outcome : undefined;
  return {
    joints: joint,
    diseases: disease,
    ...(phase ? { phases: phase } : {}),
    events: outcome && "events" in outcome ? outcome.events : [],
    instruments: outcome && "instruments" in outcome ? outcome.instruments : [],
  };
}
