import { noEffect, type Pooled } from "@calcar/evidence";
import { differenceAxis, type EffectAxis, linearAxis, meanAxis, type RowAxis, ratioAxis } from "../axis/effect-axis.ts";
import { isOnMeans } from "../forest/forest-rows.ts";
import type { FigureSetting } from "../setting.ts";
import type { Words } from "../words.ts";

const LEFT = 58; // room for the numbers of the standard errors
const RIGHT = 14;
const TOP = 26; // room for what the upright axis measures
const Z95 = 1.959963984540054;

export interface FunnelSetting extends FigureSetting {
  readonly contour?: boolean; // bands of p against no effect behind the studies
}

/** Where everything of a funnel plot stands, in pixels. */
export interface Funnel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly effects: EffectAxis;
  readonly errors: RowAxis; // 0 on top
  readonly most: number; // the standard error at the bottom
  readonly x: (analysed: number) => number;
  readonly y: (se: number) => number;
}

/** The square root of a study's variance, on the scale of analysis. */
export const standardError = ({ vi }: { readonly vi: number }): number => Math.sqrt(vi);

/** Lays out a funnel: effects across on the scale of analysis, standard errors upright with the most precise on top. */
export function funnelLayout(pooled: Pooled, words: Words, width: number): Funnel {
  const { studies, measure, estimate } = pooled;
  const [left, right, top] = [LEFT, width - RIGHT, TOP];
  const bottom = top + Math.round(Math.min(380, Math.max(240, 0.55 * width)));
  const most = Math.max(...studies.map(standardError)) * 1.08;
  const natural = noEffect(measure) === 1 ? Math.exp : (analysed: number) => analysed;
  const analysed = noEffect(measure) === 1 ? Math.log : (value: number) => value;
  const reach = [analysed(estimate) - Z95 * most, analysed(estimate) + Z95 * most] as const;
  const shown = { points: studies.map((study) => study.estimate), intervals: [[natural(reach[0]), natural(reach[1])] as const] };
  const effects = axisOf(pooled, shown, right - left, words);
  const [low, high] = effects.domain.map(analysed) as [number, number];
  const errors = linearAxis([0, most], (bottom - top) / 1.4, words.language);
  return {
    left,
    right,
    top,
    bottom,
    effects,
    errors,
    most,
    x: (value) => left + ((value - low) / (high - low)) * (right - left),
    y: (se) => top + (se / most) * (bottom - top),
  };
}

function axisOf({ measure }: Pooled, shown: Parameters<typeof ratioAxis>[0], width: number, { language }: Words): EffectAxis {
  if (isOnMeans({ measure })) return meanAxis(shown, width, language);
  return (measure === "RD" ? differenceAxis : ratioAxis)(shown, width, language);
}
