import { FONT } from "../setting.ts";
import type { Inks, Theme } from "../theme.ts";
import { element, type SvgDocument, type SvgElement } from "./svg-document.ts";

export interface Finish {
  readonly document: SvgDocument;
  readonly theme: Theme;
  readonly inks: Inks;
  readonly id: string; // unique among the figures of a page
  readonly title: string;
  readonly description: string;
  readonly linked: boolean; // holds links, so that a reader must be able to walk into it
  readonly size: readonly [width: number, height: number];
}

/** Gives a drawn figure its text alternative, its font and, in a file, its ground. */
export function finish(svg: SvgElement, { document, theme, inks, id, title, description, linked, size }: Finish): SvgElement {
  const [width, height] = size.map(Math.ceil) as [number, number];
  const named = (name: "title" | "desc", text: string) => {
    const made = element(document, name, { id: `${id}-${name}` });
    made.textContent = text;
    return made;
  };
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: linked ? "group" : "img",
    "aria-labelledby": `${id}-title`,
    "aria-describedby": `${id}-desc`,
    ...(theme === "page" ? {} : { "font-family": FONT }),
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  if (theme !== "page") svg.prepend(element(document, "rect", { width, height, fill: inks.paper }));
  svg.prepend(named("title", title), named("desc", description));
  return svg;
}

/**
 * A drawing of Plot without what it brings for a page of its own: its style sheet, which a page's policy may forbid, its class and
 * its font. Its marks say nothing that the words beside them do not, so a screen reader passes over them.
 */
export function bare(plot: SvgElement): SvgElement {
  for (const style of [...plot.querySelectorAll("style")]) style.remove();
  for (const name of ["class", "style", "font-family"]) plot.removeAttribute(name);
  plot.setAttribute("aria-hidden", "true");
  plot.setAttribute("overflow", "visible");
  return plot;
}
