import { fill, type Words } from "../words.ts";
import { type Label, paragraph } from "./label.ts";

/** What a file says of the answer it shows. */
export interface Told {
  readonly question: string;
  readonly asks: string;
  readonly population: string;
  readonly shows: string;
  readonly doesNotShow: string;
  readonly warnings: readonly string[];
  readonly knowledge: string;
  readonly lastSearched: string;
  readonly freshUntil: string | null;
}

export interface Block {
  readonly labels: Label[];
  readonly height: number;
}

export const MARGIN = 20; // pixels around a figure that travels alone

export const NOTHING: Block = { labels: [], height: 0 };

/** Lines of text one under another; each paragraph in its own style. */
export function stack(
  paragraphs: readonly { text: string; size: number; bold?: boolean; ink?: "muted"; gap?: number }[],
  width: number,
): Block {
  const labels: Label[] = [];
  let y = 0;
  for (const { text, size, bold, ink, gap = 0 } of paragraphs) {
    y += gap;
    const block = paragraph(text, { text, x: 0, y: y + size, size, ...(bold ? { bold } : {}), ...(ink ? { ink } : {}) }, width);
    labels.push(...block.labels);
    y = block.next - size;
  }
  return { labels, height: y };
}

/** The heading of a figure that travels alone. */
export const titleBlock = ({ asks, population }: Told, kicker: string | undefined, width: number): Block =>
  withSpace(
    stack(
      [
        ...(kicker ? [{ text: kicker, size: 12, bold: true, ink: "muted" as const }] : []),
        { text: asks, size: 17, bold: true },
        { text: population, size: 13, ink: "muted", gap: 2 },
      ],
      width,
    ),
    16,
  );

/** Its foot: how little it rests on, what it shows, what it does not, and where it comes from. */
export function tellingBlock(
  { shows, doesNotShow, warnings, question, knowledge, lastSearched, freshUntil }: Told,
  words: Words,
  width: number,
): Block {
  return stack(
    [
      ...(warnings[0] ? [{ text: warnings[0], size: 13, gap: 10 }] : []),
      { text: fill(words.shows, { text: shows }), size: 13, gap: 8 },
      { text: doesNotShow, size: 13, bold: true, gap: 4 },
      { text: originOf(words, { question, knowledge, date: lastSearched }, freshUntil), size: 11, ink: "muted", gap: 8 },
    ],
    width,
  );
}

/** A file is read later than it is drawn: it says itself when its search becomes stale. */
const originOf = (words: Words, places: Record<"question" | "knowledge" | "date", string>, until: string | null): string =>
  until === null ? fill(words.originUndated, places) : fill(words.origin, { ...places, until });

const withSpace = (block: Block, space: number): Block => ({ ...block, height: block.height + space });

/** Labels moved as a whole. */
export const moved = (labels: readonly Label[], dx: number, dy: number): Label[] =>
  labels.map((label) => ({ ...label, x: label.x + dx, y: label.y + dy }));
