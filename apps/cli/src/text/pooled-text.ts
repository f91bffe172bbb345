import {
  type ArmNumbers,
  noEffect,
  numberText,
  type Pooled,
  pText,
  ratioText,
  type SubgroupCoordinate,
  staleAfter,
} from "@calcar/evidence";
import { certaintyLines } from "./certainty-lines.ts";
import { membershipLines } from "./membership-lines.ts";
import { subgroupLines } from "./subgroup-lines.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

type Interval = readonly [number, number];

/**
 * A pooled effect for a clinician's terminal: the sentence first, then what it rests on, then what it does not show.
 *
 * @param by what the studies are also shown in groups by; no groups when absent
 */
export function pooledText(pooled: Pooled, by?: SubgroupCoordinate): string {
  const { asks, k, n, measure, estimate, ci, p, studies, shows, doesNotShow, warnings } = pooled;
  const value = (number: number) => (noEffect(measure) === 1 ? ratioText(number, 3) : numberText(number, measure === "RD" ? 3 : 2));
  const range = ([low, high]: Interval) => `${value(low)} to ${value(high)}`;
  const pi = pooled.pi ? `; 95% prediction interval ${range(pooled.pi)}` : "";
  return [
    wrap(asks),
    wrap(
      `${k} ${k === 1 ? "study, nothing pooled" : "studies"}, ${n} ${pooled.counted}: ${measure} ${value(estimate)} (95% interval ${range(ci)}), p ${pText(p)}${pi}.`,
    ),
    ...(pooled.without.length > 0 ? [`Without ${pooled.without.join(", ")}, left out by the reader.`] : []),
    ...warnings.slice(0, 1).map((warning) => `! ${wrap(warning, "  ")}`),
    "",
    wrap(
      `First: ${pooled.comparison.intervention}. Second: ${pooled.comparison.comparator}. ${isOnMeans(pooled) ? "Mean (SD), n" : `Events / ${pooled.counted}`}: ${pooled.outcome}.`,
    ),
    ...table(
      [
        ["study", "first", "second", measure, "95% interval", "weight", ""],
        ...studies.map((study) => [
          study.label,
          armText(study.intervention),
          armText(study.comparator),
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
    ...leaveOneOutLines(pooled, value),
    ...(by === undefined ? [] : subgroupLines(pooled, by, value)),
    "",
    wrap(`Shows: ${shows}`),
    wrap(`Does not show: ${withoutOpening(doesNotShow)}`),
    "",
    ...warnings.slice(1).map((warning) => `! ${wrap(warning, "  ")}`),
    ...per1000Lines(pooled),
    ...certaintyLines(pooled.certainty),
    smallStudyLine(pooled),
    ...membershipLines(pooled),
    "",
    `Last searched ${pooled.lastSearched}, ${staleAfter(pooled.freshUntil)}. Knowledge ${pooled.knowledge}.`,
    "",
  ].join("\n");
}

function leaveOneOutLines({ leaveOneOut }: Pooled, value: (number: number) => string): string[] {
  if (leaveOneOut.length === 0) return [];
  const rows = leaveOneOut.map(({ without, estimate, ci: [low, high], i2 }) => [
    `  without ${without}`,
    value(estimate),
    `(${value(low)} to ${value(high)})`,
    `I2 ${numberText(i2, 0)}%`,
  ]);
  return ["", "Leaving one study out", ...table(rows, [false, true, true, true])];
}

const isOnMeans = ({ measure }: Pooled): boolean => measure === "MD" || measure === "SMD";

const armText = (arm: ArmNumbers): string =>
  "events" in arm ? `${arm.events}/${arm.total}` : `${numberText(arm.mean, 1)} (${numberText(arm.sd, 1)}), ${arm.n}`;

/** The effect among 1,000, at each risk it was computed for. */
const per1000Lines = ({ per1000, counted, comparison }: Pooled): string[] =>
  per1000.flatMap(({ whose, without, with: risk, withCi, difference, differenceCi }) => {
    const of = (number: number) => numberText(number, 0);
    return [
      "",
      wrap(
        `Of 1,000 ${counted} at the risk of ${whose}: ${of(without)} with ${comparison.comparator}, ${of(risk)} (${of(withCi[0])} to ${of(withCi[1])}) with ${comparison.intervention}; difference ${of(difference)} (${of(differenceCi[0])} to ${of(differenceCi[1])}).`,
      ),
    ];
  });

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
