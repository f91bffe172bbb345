import type { Pooled } from "@calcar/evidence";
import type { Placed } from "../rows/placed.ts";
import { type Label, paragraph } from "../svg/label.ts";
import type { Block } from "../svg/standalone.ts";
import { fill, type Words } from "../words.ts";

const SIZE = 12;
const GAP = 10; // from the line of no effect
const LEAST = 96; // pixels for a side, however near the line is to the edge

/**
 * Which side of the line of no effect speaks for which arm.
 *
 * @param middle where no effect lies, in pixels
 */
export function favoursBlock(
  { comparison, favoursIntervention }: Pooled,
  placed: Pick<Placed, "width" | "height">,
  words: Words,
  middle: number,
): Block {
  const { intervention, comparator } = comparison;
  const [below, above] = favoursIntervention === "lower" ? [intervention, comparator] : [comparator, intervention];
  const side = (text: string, place: Pick<Label, "x" | "anchor">, room: number) =>
    paragraph(text, { ...place, text, y: placed.height + 14, size: SIZE }, Math.max(LEAST, room)).labels;
  const lower = side(`\u2190\u00a0${fill(words.favours, { arm: below })}`, { x: middle - GAP, anchor: "end" }, middle - GAP);
  const higher = side(`${fill(words.favours, { arm: above })}\u00a0\u2192`, { x: middle + GAP }, placed.width - middle - GAP);
  const last = Math.max(lower.at(-1)!.y, higher.at(-1)!.y);
  return { labels: [...lower, ...higher], height: last - placed.height + 8 };
}
