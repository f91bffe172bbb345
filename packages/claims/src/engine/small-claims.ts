import type { ClaimCue, ClaimRule, ClaimWords } from "@calcar/catalog";
import type { ClaimKnowledge } from "./compile.ts";

interface Parts {
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly cues?: readonly (Pick<ClaimCue, "id" | "excuse" | "reach" | "en"> & Partial<ClaimCue>)[];
  readonly rules: readonly (Record<string, unknown> & { readonly id: string; readonly kind: ClaimRule["kind"] })[];
}

const TEXT = { en: "text" };
const COMMON = {
  says: TEXT,
  severity: "warning",
  why: TEXT,
  instead: TEXT,
  grounds: [{ source: "adams-2020", verified: "source-text" }],
  reviewBy: "2027-11-21",
} as const;

/** Claim knowledge as small as a test needs; rules are given by what is special about them. */
export function smallClaims({ words = {}, cues = [], rules }: Parts): ClaimKnowledge {
  const lists = Object.entries(words).map(([id, en]): ClaimWords => ({ id, says: id, en: [...en] }));
  return {
    claimWords: new Map(lists.map((list) => [list.id, list])),
    claimCues: cues.map((cue) => ({ says: cue.id, ...cue })),
    claims: rules.map((rule) => ({ ...COMMON, ...rule, cases: { flag: [], pass: [] } }) as unknown as ClaimKnowledge["claims"][number]),
    claimConditions: [],
    claimOutcomes: [],
    sources: new Map(),
    studies: new Map(),
    provisions: [],
    guidelines: [],
  };
}
