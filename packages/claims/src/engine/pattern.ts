import type { Lexicon } from "./lexicon.ts";

/** One element of a sequence: words of a list, so many tokens after the element before it. */
export interface Element {
  readonly list: number;
  readonly gap: number; // most tokens between; 0 is directly after
  readonly overClauses: boolean; // whether a clause may end in between
}

/** Elements in their order. */
export interface Sequence {
  readonly elements: readonly Element[];
  readonly first: boolean; // begins the sentence
}

/** A claim as a pattern: the core that asserts it, what must stand elsewhere in the sentence, and what must not. */
export interface Pattern {
  readonly core: Sequence;
  readonly also: readonly Sequence[];
  readonly absent: readonly Sequence[];
}

const FAR = 1000;
const GAP = /^\.\.(\d+)?$/;

/**
 * Reads the notation of the rules.
 *
 * `<tissue>` words of a list; other words as in a phrase; `..` up to five words between, `..9` up to nine, `...` anywhere
 * later in the sentence; `&` and, in any order; `!` before a sequence: and nowhere in the sentence; `^` begins the sentence.
 *
 * @throws when the pattern has no core, ends in a gap, or puts a list among the words of an element
 */
export function parsePattern(text: string, lexicon: Lexicon): Pattern {
  const parts = text.split(/\s+&\s+/);
  const sequences = parts.map((part) => ({ negative: part.startsWith("!"), sequence: parseSequence(part.replace(/^!\s*/, ""), lexicon) }));
  const [core, ...others] = sequences;
  if (!core || core.negative) throw new Error(`the pattern "${text}" begins with what must be absent`);
  return {
    core: core.sequence,
    also: others.filter(({ negative }) => !negative).map(({ sequence }) => sequence),
    absent: others.filter(({ negative }) => negative).map(({ sequence }) => sequence),
  };
}

function parseSequence(text: string, lexicon: Lexicon): Sequence {
  const elements: Element[] = [];
  let gap = { gap: 0, overClauses: false };
  let words: string[] = [];
  const close = () => {
    if (words.length === 0) return;
    elements.push({ list: wordsAsList(words.join(" "), lexicon), ...gap });
    gap = { gap: 0, overClauses: false };
    words = [];
  };
  const parts = text
    .trim()
    .replace(/^\^\s*/, "")
    .split(/\s+/);
  for (const part of parts) {
    const between = GAP.exec(part);
    const named = /^<([a-z0-9-]+)>$/.exec(part)?.[1];
    if (between || part === "..." || named) close();
    if (part === "...") gap = { gap: FAR, overClauses: true };
    else if (between) gap = { gap: Number(between[1] ?? 5), overClauses: false };
    else if (named) {
      elements.push({ list: lexicon.list(named), ...gap });
      gap = { gap: 0, overClauses: false };
    } else words.push(part);
  }
  close();
  if (elements.length === 0 || gap.gap > 0) throw new Error(`the sequence "${text}" is empty or ends in a gap`);
  return { elements, first: text.trim().startsWith("^") };
}

/** Words written into a pattern are a list of one phrase. */
function wordsAsList(phrase: string, lexicon: Lexicon): number {
  if (/[<>]/.test(phrase)) throw new Error(`"${phrase}" is neither words nor one list: a list stands alone`);
  const name = `"${phrase}"`;
  const known = lexicon.has(name);
  const list = lexicon.list(name);
  if (!known) lexicon.add(phrase, [list], "pattern");
  return list;
}
