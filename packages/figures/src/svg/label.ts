import type { Inks } from "../theme.ts";
import { element, type SvgDocument, type SvgElement } from "./svg-document.ts";
import { wrapText } from "./text-width.ts";

/** One line of text at a place in pixels; `y` is its baseline. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly ink?: "ink" | "muted";
  readonly bold?: boolean;
  readonly href?: string | undefined;
  readonly mark?: string; // a sign behind the text that a note explains
  readonly trail?: string; // follows on the same line, quieter and smaller
}

export const LINE = 1.35; // of the size of the text

/** A paragraph as labels, and the baseline on which the next paragraph's first line would stand. */
export function paragraph(text: string, first: Label, width: number): { labels: Label[]; next: number } {
  const lines = wrapText(text, width, first.size, first.bold);
  const labels = lines.map((line, i) => ({ ...first, text: line, y: first.y + i * first.size * LINE }));
  return { labels, next: first.y + lines.length * first.size * LINE };
}

/** All texts of a figure as one group. A label with an address is a link. */
export function drawLabels(document: SvgDocument, labels: readonly Label[], inks: Inks): SvgElement {
  const texts = labels.map((label) => {
    const text = element(document, "text", {
      x: round(label.x),
      y: round(label.y),
      "font-size": label.size,
      "text-anchor": label.anchor ?? "start",
      "font-weight": label.bold ? 600 : undefined,
      fill: inks[label.ink ?? "ink"],
    });
    text.textContent = label.text;
    if (label.mark !== undefined) {
      const mark = element(document, "tspan", { dx: 4, "font-weight": 600, fill: inks.caution });
      mark.textContent = label.mark;
      text.append(mark);
    }
    if (label.trail !== undefined) {
      const trail = element(document, "tspan", { dx: 10, "font-size": label.size - 2, "font-weight": 400, fill: inks.muted });
      trail.textContent = label.trail;
      text.append(trail);
    }
    if (label.href === undefined) return text;
    text.setAttribute("text-decoration", "underline");
    return element(document, "a", { href: label.href }, [text]);
  });
  return element(document, "g", { class: "labels", stroke: "none" }, texts);
}

export const round = (value: number): number => Math.round(value * 100) / 100;
