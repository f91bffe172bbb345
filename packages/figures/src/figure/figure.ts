import type { Pooled, QuestionAnswer } from "@calcar/evidence";
import { changePlot } from "../change/change-plot.ts";
import { cumulativePlot } from "../forest/cumulative-plot.ts";
import { forestPlot } from "../forest/forest-plot.ts";
import { leaveOneOutPlot } from "../forest/leave-one-out-plot.ts";
import { type SubgroupSetting, subgroupPlot } from "../forest/subgroup-plot.ts";
import type { FunnelSetting } from "../funnel/funnel-layout.ts";
import { funnelPlot } from "../funnel/funnel-plot.ts";
import { proportionPlot } from "../proportion/proportion-plot.ts";
import type { SvgElement } from "../svg/svg-document.ts";
import { ENGLISH } from "../words.ts";
import { drawn, type FigureResult, refused } from "./figure-result.ts";

/** How a figure of any kind is to be drawn: bands behind a funnel, the coordinate of groups. What a figure has no use for it passes over. */
export type AnySetting = FunnelSetting & SubgroupSetting;

/** The figures of a pooled effect. A change and a frequency have one figure each, which no name asks for. */
export const EFFECT_FIGURES = ["forest", "cumulative", "leave-one-out", "subgroups", "funnel"] as const;
export type EffectFigure = (typeof EFFECT_FIGURES)[number];

/**
 * The figure of an answer of any kind: a forest plot, before and after, or how often.
 *
 * @param figure which figure of an effect; the figure of its kind when absent
 * @returns an svg element of the document given, with title and description
 * @refuses not-applicable/no-figure where no study answers; not-applicable/figure for a figure of effects on a question without
 *   control groups; as funnelPlot, cumulativePlot, leaveOneOutPlot and subgroupPlot. Every refusal carries its reason to be shown.
 */
export function drawFigure(answer: QuestionAnswer, setting: AnySetting, figure?: EffectFigure): FigureResult<SvgElement> {
  const { words = ENGLISH } = setting;
  if (answer.kind === "nothing-direct") return refused({ kind: "not-applicable", code: "no-figure" }, "nothing-direct", {}, words);
  if (answer.kind === "effect") return effectFigureOf(answer, setting, figure ?? "forest");
  if (figure !== undefined) return refused({ kind: "not-applicable", code: "figure" }, "not-effect", {}, words);
  return drawn(answer.kind === "change" ? changePlot(answer, setting) : proportionPlot(answer, setting));
}

function effectFigureOf(pooled: Pooled, setting: AnySetting, figure: EffectFigure): FigureResult<SvgElement> {
  switch (figure) {
    case "forest":
      return drawn(forestPlot(pooled, setting));
    case "funnel":
      return funnelPlot(pooled, setting);
    case "cumulative":
      return cumulativePlot(pooled, setting);
    case "leave-one-out":
      return leaveOneOutPlot(pooled, setting);
    case "subgroups":
      return subgroupPlot(pooled, setting);
  }
}
