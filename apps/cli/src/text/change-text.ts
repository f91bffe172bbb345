import { type ChangeSeries, numberText } from "@calcar/evidence";
import { certaintyLines } from "./certainty-lines.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

type Row = ChangeSeries["series"][number];

/** Uncontrolled series for a clinician's terminal: one by one, as change and never as effect. */
export function changeText({ asks, k, n, series, shows, doesNotShow, warnings, certainty, lastSearched, knowledge }: ChangeSeries): string {
  return [
    wrap(asks),
    wrap(
      `${k} uncontrolled series${n === null ? ", of which not all say how many were counted" : `, ${n} counted in all`}. A change over time, without a control group: not an effect.`,
    ),
    "",
    ...table(
      [["study", "instrument", "counted", "months", "before", "after", "change", ""], ...series.map(cells)],
      [false, false, true, true, true, true, true, false],
    ),
    "",
    ...[...new Set(series.map(({ instrument, scale }) => `${instrument}: ${scale}`))].map((line) => wrap(line)),
    "",
    wrap(`Shows: ${shows}`),
    wrap(`Does not show: ${doesNotShow}`),
    "",
    ...warnings.map((warning) => `! ${wrap(warning, "  ")}`),
    ...certaintyLines(certainty),
    "",
    `Last searched ${lastSearched}. Knowledge ${knowledge}.`,
    "",
  ].join("\n");
}

const NOT_STATED = "not stated";
const shown = (value: number | null): string => (value === null ? NOT_STATED : numberText(value, 1));

const cells = ({ label, instrument, n, months, timepoint, before, after, change, changeDerived, verified }: Row): string[] => [
  label,
  instrument,
  n === null ? NOT_STATED : String(n),
  months === null ? timepoint.slice(0, 20) : String(months),
  shown(before),
  shown(after),
  `${shown(change)}${changeDerived ? " (computed)" : ""}`,
  verified,
];
