import { type ChangeSeries, printedText, staleAfter } from "@calcar/evidence";
import { certaintyLines } from "./certainty-lines.ts";
import { membershipLines } from "./membership-lines.ts";
import { withoutOpening } from "./pooled-text.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

type Row = ChangeSeries["series"][number];

/** Uncontrolled series for a clinician's terminal: one by one, as change and never as effect. */
export function changeText(answer: ChangeSeries): string {
  const { asks, k, n, without, series, shows, doesNotShow, warnings, certainty, lastSearched, knowledge } = answer;
  return [
    wrap(asks),
    wrap(
      `${k} uncontrolled series${n === null ? ", of which not all say how many were counted" : `, ${n} counted in all`}. A change over time, without a control group: not an effect.`,
    ),
    ...(without.length > 0 ? [`Without ${without.join(", ")}, left out by the reader.`] : []),
    "",
    ...table([["study", "counted", "before", "after", "change", "checked"], ...series.map(cells)], [false, true, true, true, true, false]),
    "",
    ...series.map((row) => wrap(`${row.label}: ${circumstances(row)}.`, "  ")),
    "",
    wrap(`Shows: ${shows}`),
    wrap(`Does not show: ${withoutOpening(doesNotShow)}`),
    "",
    ...warnings.map((warning) => `! ${wrap(warning, "  ")}`),
    ...certaintyLines(certainty),
    ...membershipLines(answer),
    "",
    `Last searched ${lastSearched}, ${staleAfter(answer.freshUntil)}. Knowledge ${knowledge}.`,
    "",
  ].join("\n");
}

const NOT_STATED = "not stated";

/** Values as they are printed: nothing is rounded, and a median is called one. */
const shown = (value: number | null): string => (value === null ? NOT_STATED : printedText(value));

const cells = ({ label, n, before, after, change, changeDerived, verified, statistic }: Row): string[] => [
  label,
  n === null ? NOT_STATED : String(n),
  shown(before),
  shown(after),
  `${change === null && statistic === "median" ? "not computed" : shown(change)}${changeDerived ? " (computed)" : ""}`,
  verified,
];

const circumstances = ({ instrument, scale, statistic, product, timepoint, note }: Row): string =>
  `${[instrument, scale, ...(statistic === "median" ? ["medians"] : []), product, timepoint].join(", ")}${note ? `; ${note}` : ""}`;
