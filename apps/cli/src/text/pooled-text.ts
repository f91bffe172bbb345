import { numberText, type Pooled, pText, ratioText } from "@calcar/evidence";
import { certaintyLines } from "./certainty-lines.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

type Interval = readonly [number, number];

/** A pooled effect for a clinician's terminal: the sentence first, then what it rests on, then what it does not show. */
export function pooledText(pooled: Pooled): string {
  const { asks, k, n, measure, estimate, ci, p, studies, leaveOneOut, shows, doesNotShow, warnings } = pooled;
  const value = (number: number) => (measure === "RD" ? numberText(number, 3) : ratioText(number, 3));
  const range = ([low, high]: Interval) => `${value(low)} to ${value(high)}`;
  const counts = ({ events, total }: { events: number; total: number }) => `${events}/${total}`;
  const pi = pooled.pi ? `; 95% prediction interval ${range(pooled.pi)}` : "";
  return [
    wrap(asks),
    wrap(
      `${k} ${k === 1 ? "study, nothing pooled" : "studies"}, ${n} hips: ${measure} ${value(estimate)} (95% interval ${range(ci)}), p ${pText(p)}${pi}.`,
    ),
    ...(pooled.without.length > 0 ? [`Without ${pooled.without.join(", ")}, left out by the reader.`] : []),
    ...warnings.slice(0, 1).map((warning) => `! ${wrap(warning, "  ")}`),
    "",
    wrap(`Cells: ${pooled.comparison.intervention}. Control: ${pooled.comparison.comparator}. Events / hips: ${pooled.outcome}.`),
    ...table(
      [
        ["study", "cells", "control", measure, "95% interval", "weight", ""],
        ...studies.map((study) => [
          study.label,
          counts(study.intervention),
          counts(study.comparator),
          value(study.estimate),
          range(study.ci),
          `${numberText(study.weight, 1)}%`,
          study.verified,
        ]),
      ],
      [false, true, true, true, true, true, false],
    ),
    "",
    ...studies.map(({ label, design, note }) => wrap(`${label}: ${design}${note ? `; ${note}` : ""}.`, "  ")),
    ...(k > 1 ? ["", wrap(heterogeneity(pooled))] : []),
    ...(leaveOneOut.length > 0
      ? [
          "",
          "Leaving one study out",
          ...table(
            leaveOneOut.map((left) => [
              `  without ${left.without}`,
              value(left.estimate),
              `(${range(left.ci)})`,
              `I2 ${numberText(left.i2, 0)}%`,
            ]),
            [false, true, true, true],
          ),
        ]
      : []),
    "",
    wrap(`Shows: ${shows}`),
    wrap(`Does not show: ${withoutOpening(doesNotShow)}`),
    "",
    ...warnings.slice(1).map((warning) => `! ${wrap(warning, "  ")}`),
    ...certaintyLines(pooled.certainty),
    smallStudyLine(pooled),
    "",
    `Last searched ${pooled.lastSearched}. Knowledge ${pooled.knowledge}.`,
    "",
  ].join("\n");
}

/** "It does not show a benefit" behind "Does not show:" says the same twice. */
export const withoutOpening = (text: string): string => text.replace(/^It does not show:? /, "");

function heterogeneity({ tau2, tau2Ci, i2, q, df, qP, tau2Method, ciMethod }: Pooled): string {
  const tau2Range = tau2Ci ? ` (${numberText(tau2Ci[0], 3)} to ${numberText(tau2Ci[1], 3)})` : "";
  const test = qP === null ? "" : `, p ${pText(qP)}`;
  return `Heterogeneity: tau2 ${numberText(tau2, 3)}${tau2Range}, I2 ${numberText(i2, 0)}%, Q ${numberText(q, 2)} on ${df} df${test}. Method ${tau2Method}, interval ${ciMethod}.`;
}

const smallStudyLine = ({ smallStudy }: Pooled): string =>
  wrap(
    "refused" in smallStudy
      ? `Small-study effects not tested: ${smallStudy.refused.reason}`
      : `Small-study effects: ${smallStudy.test}, z ${numberText(smallStudy.z, 2)}, p ${pText(smallStudy.p)}`,
  );
