import { createHash } from "node:crypto";
import type { ClaimKnowledge } from "./compile.ts";

const known = new WeakMap<object, string>();

/**
 * The version of the rules alone: of what is looked for in a page, without the studies and sources that it is held against.
 *
 * @returns 16 hexadecimal characters; the same rules, words and cues have the same ones
 */
export function rulesVersion(knowledge: Pick<ClaimKnowledge, "claims" | "claimWords" | "claimCues">): string {
  const version = known.get(knowledge.claims) ?? versionOf(knowledge);
  known.set(knowledge.claims, version);
  return version;
}

function versionOf({ claims, claimWords, claimCues }: Parameters<typeof rulesVersion>[0]): string {
  const rules = claims.map(({ cases: _tests, ...rule }) => rule);
  return createHash("sha256")
    .update(JSON.stringify([rules, [...claimWords.values()], claimCues]))
    .digest("hex")
    .slice(0, 16);
}
