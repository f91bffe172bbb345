import { noEffect, type Pooled } from "@calcar/evidence";
import { round } from "../svg/label.ts";
import { element, type SvgDocument, type SvgElement } from "../svg/svg-document.ts";
import type { Inks } from "../theme.ts";
import { type Funnel, type FunnelSetting, standardError } from "./funnel-layout.ts";

const RADIUS = 4.5; // pixels
const Z95 = 1.959963984540054;

/** Two-sided p at the edge of each band and the normal quantile that belongs to it; the innermost last. */
export const BANDS = [
  { key: "00", high: 0.01, z: Number.POSITIVE_INFINITY, opacity: 0.05 },
  { key: "01", low: 0.01, high: 0.05, z: 2.5758293035489004, opacity: 0.13 },
  { key: "05", low: 0.05, high: 0.1, z: Z95, opacity: 0.22 },
  { key: "10", high: 0.1, z: 1.6448536269514722, opacity: 0 },
] as const;

/** The bands, limits, lines and points of a funnel, from the back to the front. */
export function funnelMarks(pooled: Pooled, funnel: Funnel, { document, contour = false }: FunnelSetting, inks: Inks): SvgElement {
  const { x, top, bottom, effects } = funnel;
  const analysed = noEffect(pooled.measure) === 1 ? Math.log : (value: number) => value;
  const [middle, none] = [analysed(pooled.estimate), analysed(effects.none)];
  const upright = (at: number, style: Readonly<Record<string, string | number>>) =>
    element(document, "line", { x1: round(x(at)), x2: round(x(at)), y1: top, y2: bottom, ...style });
  return element(document, "g", { class: "funnel", "aria-hidden": "true" }, [
    ...(contour ? bands(document, none, funnel, inks) : []),
    upright(none, { class: "no-effect", stroke: inks.edge, "stroke-width": 1 }),
    upright(middle, { class: "pool", stroke: inks.accent, "stroke-width": 1.4 }),
    element(document, "path", {
      class: "limits",
      d: triangle(middle, Z95, funnel),
      fill: "none",
      stroke: inks.muted,
      "stroke-width": 1.2,
      "stroke-dasharray": "5 3",
    }),
    ...points(document, pooled, funnel, inks),
  ]);
}

/** From the tip at a standard error of 0 to both sides at the bottom; cut where the drawing ends. */
function triangle(middle: number, z: number, { x, y, most, left, right }: Funnel): string {
  const corner = (side: -1 | 1): string => {
    const reach =
      side === -1 ? (x(middle) - left) / (x(middle) - x(middle - z * most)) : (right - x(middle)) / (x(middle + z * most) - x(middle));
    if (reach >= 1) return `${round(x(middle + side * z * most))},${round(y(most))}`;
    const edge = side === -1 ? left : right;
    const foot = `${edge},${round(y(most))}`;
    const bend = `${edge},${round(y(reach * most))}`;
    return side === -1 ? `${foot}L${bend}` : `${bend}L${foot}`;
  };
  const tip = `${round(x(middle))},${round(y(0))}`;
  return `M${corner(-1)}L${tip}L${corner(1)}`;
}

function bands(document: SvgDocument, none: number, funnel: Funnel, inks: Inks): SvgElement[] {
  const { left, right, top, bottom } = funnel;
  const whole = `M${left},${top}H${right}V${bottom}H${left}Z`;
  return BANDS.flatMap(({ z, opacity }) => {
    const d = Number.isFinite(z) ? `${triangle(none, z, funnel)}Z` : whole;
    const shade = element(document, "path", { class: "band", d, fill: inks.ink, "fill-opacity": opacity });
    return [element(document, "path", { d, fill: inks.paper }), shade];
  });
}

/** One point a study; hollow where its numbers are from a secondary source. */
function points(document: SvgDocument, { studies }: Pooled, { x, y }: Funnel, inks: Inks): SvgElement[] {
  return studies.map((study) => {
    const title = element(document, "title", {});
    title.textContent = study.label;
    const own = study.verified === "source-text";
    const style = { fill: own ? inks.accent : inks.paper, stroke: own ? inks.paper : inks.accent, "stroke-width": own ? 0.8 : 1.5 };
    return element(
      document,
      "circle",
      { class: "study", cx: round(x(study.yi)), cy: round(y(standardError(study))), r: RADIUS, ...style },
      [title],
    );
  });
}
