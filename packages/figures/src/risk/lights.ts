import type { StudyRiskOfBias } from "@calcar/evidence";
import { round } from "../svg/label.ts";
import { element, type SvgDocument, type SvgElement } from "../svg/svg-document.ts";
import type { Inks } from "../theme.ts";
import type { Words } from "../words.ts";
import { type Judgement, judgementsOf, LIGHTS } from "./light.ts";
import { domainTitle, overallTitle, riskText } from "./risk-text.ts";

export const RADIUS = 7; // pixels
export const STEP = 17; // from light to light
const BEFORE_OVERALL = 7; // additional space
export const MOST_DOMAINS = 7; // ROBINS-I; RoB 2 has five
export const LIGHTS_WIDTH = MOST_DOMAINS * STEP + BEFORE_OVERALL + 2 * RADIUS + 2;

/** The lights of one study, from the middle of the first one. */
export interface PlacedLights {
  readonly risk: StudyRiskOfBias;
  readonly x: number;
  readonly y: number;
}

/** Where the lights stand from the first one: domains one by one, overall apart from them and under one another in every row. */
export const lightX = (place: number, domains: number): number => (place < domains ? place * STEP : MOST_DOMAINS * STEP + BEFORE_OVERALL);

/** Risk of bias of one study as a row of lights. Each tells on touch what it judges and why. */
export function drawLights(document: SvgDocument, { risk, x, y }: PlacedLights, inks: Inks, words: Words): SvgElement {
  const titles = [...risk.domains.map((domain) => domainTitle(domain, words)), overallTitle(risk, words)];
  const lights = judgementsOf(risk).map((judgement, place) =>
    drawLight(document, { judgement, at: [round(x + lightX(place, risk.domains.length)), round(y)], title: titles[place] }, inks),
  );
  return element(document, "g", { class: "lights", role: "img", "aria-label": riskText(risk, words) }, lights);
}

/** What is drawn as one light: a judgement, the middle of its sign in pixels, and what it tells on touch. */
export interface PlacedLight {
  readonly judgement: Judgement;
  readonly at: readonly [x: number, y: number];
  readonly title?: string | undefined;
}

export function drawLight(document: SvgDocument, { judgement, at: [x, y], title }: PlacedLight, inks: Inks): SvgElement {
  const light = LIGHTS[judgement];
  const text = element(document, "text", {
    x,
    y: y + 4.2,
    "font-size": 12,
    "font-weight": 600,
    "text-anchor": "middle",
    fill: inks[light.text],
  });
  text.textContent = light.sign;
  const style = { fill: inks[light.fill], stroke: inks[light.stroke], "stroke-width": 1.2 };
  const named = title === undefined ? [] : [titleOf(document, title)];
  return element(document, "g", { class: `light ${light.level}`, "data-judgement": judgement }, [
    ...named,
    shapeOf(document, light.shape, [x, y], style),
    text,
  ]);
}

function shapeOf(
  document: SvgDocument,
  shape: (typeof LIGHTS)[Judgement]["shape"],
  [x, y]: readonly [number, number],
  style: Readonly<Record<string, string | number>>,
): SvgElement {
  if (shape === "square") {
    const half = RADIUS - 0.5;
    return element(document, "rect", { x: x - half, y: y - half, width: 2 * half, height: 2 * half, rx: 1.5, ...style });
  }
  if (shape === "octagon") {
    const [far, near] = [RADIUS, round(RADIUS * (Math.SQRT2 - 1))];
    const corners = [
      [-near, -far],
      [near, -far],
      [far, -near],
      [far, near],
      [near, far],
      [-near, far],
      [-far, near],
      [-far, -near],
    ] as const;
    return element(document, "path", { d: `M${corners.map(([dx, dy]) => `${round(x + dx)},${round(y + dy)}`).join("L")}Z`, ...style });
  }
  return element(document, "circle", { cx: x, cy: y, r: RADIUS, ...style, "stroke-dasharray": shape === "ring" ? "2 2" : "none" });
}

function titleOf(document: SvgDocument, text: string): SvgElement {
  const title = element(document, "title", {});
  title.textContent = text;
  return title;
}
