import type { Excuse } from "@calcar/catalog";
import type { Excused } from "./cues.ts";
import type { Reading } from "./reading.ts";

/** What an introduction can excuse in all that it introduces. */
const CARRIED: ReadonlySet<Excuse> = new Set(["distance", "condition", "myth", "negation", "aim", "hedge"]);

/** "Instead of surgery" above a list denies nothing in it; "Red flags" does, unless the seller speaks: "Unlike other clinics, we". */
const OF_OTHERS: ReadonlySet<Excuse> = new Set(["distance", "condition", "myth"]);

/** The excuse that a sentence takes over from its introduction: one that runs to its end. */
export function carriedOver(reading: Reading, introduction: Reading, carry: Carry): Excuse | undefined {
  const { tokens } = introduction;
  return introduction
    .excused()
    .find(
      (cue) =>
        carry.which.has(cue.excuse) &&
        CARRIED.has(cue.excuse) &&
        cue.reachTo === tokens.length &&
        carries(cue, reading, introduction, carry),
    )?.excuse;
}

interface Carry {
  readonly which: ReadonlySet<Excuse>;
  readonly ownVoice: number; // a list
}

function carries(cue: Excused, { block, mentions }: Reading, { tokens, sentence, ...introduction }: Reading, { ownVoice }: Carry): boolean {
  const ownWords = introduction.mentions.get(ownVoice) ?? [];
  if (OF_OTHERS.has(cue.excuse) && ownWords.some(({ from }) => from >= cue.from - 1)) return false;
  if (sentence.isQuestion) return cue.excuse === "distance" && !mentions.has(ownVoice);
  if (!sentence.isHeading) return true;
  const isList = block.layout === "list-item" || block.cell !== undefined;
  return (cue.from === 0 && cue.to === tokens.length) || (isList && OF_OTHERS.has(cue.excuse));
}
