import type { Problem } from "@calcar/vocabulary";
import type { OutcomeDraft } from "../../draft/outcome-draft.ts";
import { defined } from "../bibliography/record.ts";
import { isNumber } from "../tables/printed-number.ts";
import { type Drafted, figures, type MeasureAt } from "./measure-at.ts";
import type { Analysis } from "./registry-entry.ts";

/** Comparisons as the register posts them: kept as printed, recomputed by nobody. */
export function analysisDrafts(at: MeasureAt): Drafted {
  const notices: Problem[] = [];
  const outcomes = (at.measure.analyses ?? []).flatMap((analysis, i): OutcomeDraft[] => {
    if (analysis.paramValue !== undefined && isNumber(analysis.paramValue)) return [comparison(at, analysis)];
    const problem = analysis.pValue === undefined ? "no estimate" : `no estimate, only p ${analysis.pValue}`;
    notices.push({ place: `outcome measure ${at.number}, analysis ${i + 1}`, problem, expected: "an estimate between groups" });
    return [];
  });
  return { outcomes, notices };
}

function comparison(at: MeasureAt, analysis: Analysis): OutcomeDraft {
  const { paramType, paramValue, pValue, ciPctValue, ciNumSides, ciLowerLimit, ciUpperLimit, statisticalMethod, groupIds = [] } = analysis;
  const figure = figures(at);
  const is95 = ciPctValue === "95" && ciNumSides === "TWO_SIDED";
  const limits =
    ciLowerLimit === undefined && ciUpperLimit === undefined
      ? undefined
      : `${ciPctValue ?? "?"}% interval (${ciNumSides ?? "sides not said"}) ${ciLowerLimit ?? "?"} to ${ciUpperLimit ?? "?"}`;
  const between = groupIds.map((id) => at.arms.get(id) ?? id).join(" and ");
  return {
    type: "reported",
    name: `${at.measure.title}, comparison`.slice(0, 1000),
    measure: paramType ?? "not named",
    ...defined({
      group: between === "" ? undefined : `between ${between}`.slice(0, 1000),
      timepoint: at.measure.timeFrame?.slice(0, 1000),
      unit: at.measure.unitOfMeasure,
      value: figure(paramValue),
      lower: is95 && ciLowerLimit !== undefined && isNumber(ciLowerLimit) ? figure(ciLowerLimit) : undefined,
      upper: is95 && ciUpperLimit !== undefined && isNumber(ciUpperLimit) ? figure(ciUpperLimit) : undefined,
      p: pValue,
      note: [statisticalMethod, is95 ? undefined : limits].filter((part) => part !== undefined).join("; ") || undefined,
    }),
  };
}
