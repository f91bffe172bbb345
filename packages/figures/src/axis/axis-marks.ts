import * as Plot from "@observablehq/plot";
import type { Inks } from "../theme.ts";
import type { EffectAxis } from "./effect-axis.ts";

const SIZE = 12;

/** The axis line with its ticks. Plot's own log axis leaves out labels as it sees fit; here every tick has one. */
export const axisMarks = ({ ticks }: Pick<EffectAxis, "ticks">, y: number, inks: Inks): Plot.Markish[] => [
  Plot.ruleY([y], { stroke: inks.edge }),
  Plot.ruleX(ticks, { x: "value", y1: y, y2: y, insetBottom: -5, stroke: inks.edge }),
  Plot.text(ticks, { x: "value", y, dy: 14, text: "text", fill: inks.ink, fontSize: SIZE }),
];
