import type { Tagged } from "./docstring-tags.ts";

export const REFUSAL_KINDS = ["invalid", "incomplete", "not-applicable", "not-permitted", "conflict", "not-found", "unavailable"];

const CODE = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:-NAME)?";
const KIND = new RegExp(`(?<![a-z-])(${REFUSAL_KINDS.join("|")})/(${CODE})`, "g");
/** Another code of the same kind: after a comma, and followed by what ends a code. A word of a sentence is followed by more words. */
const ANOTHER = new RegExp(`^(?:,| and) (?!as\\b)(${CODE})(?=[,;.]|$| when| with| and| \\()`);

/**
 * The refusals that an `@refuses` names, as "kind/code".
 *
 * "incomplete/no-rows, no-events when ...; invalid/time" names three. Whoever is named after "as" has docstrings of its own.
 */
export function namedRefusals({ text }: Tagged): string[] {
  return [...text.matchAll(KIND)].flatMap((match) => {
    const [first, kind, code] = match;
    return [`${kind}/${code}`, ...furtherCodes(text.slice(match.index + first.length)).map((further) => `${kind}/${further}`)];
  });
}

function furtherCodes(rest: string): string[] {
  const match = ANOTHER.exec(rest);
  return match ? [match[1]!, ...furtherCodes(rest.slice(match[0].length))] : [];
}
