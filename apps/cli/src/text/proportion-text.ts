import { numberText, type ProportionAnswer, staleAfter } from "@calcar/evidence";
import { certaintyLines } from "./certainty-lines.ts";
import { membershipLines } from "./membership-lines.ts";
import { withoutOpening } from "./pooled-text.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

type Interval = readonly [number, number];
const percent = (share: number): string => `${numberText(100 * share, 1)}%`;
const range = ([low, high]: Interval): string => `${percent(low)} to ${percent(high)}`;

/** How often something happened, for a clinician's terminal: series by series, and pooled where that means anything. */
export function proportionText(answer: ProportionAnswer): string {
  const { asks, k, n, pooled, notPooled, without, studies, shows, doesNotShow, warnings, certainty } = answer;
  const whole = pooled ? `pooled ${percent(pooled.estimate)} (95% interval ${range(pooled.ci)})` : (notPooled ?? "not pooled");
  return [
    wrap(asks),
    wrap(`${k} series, ${n} counted, no control group: ${whole.replace(/\.$/, "")}.`),
    ...(without.length > 0 ? [`Without ${without.join(", ")}, left out by the reader.`] : []),
    ...warnings.slice(0, 1).map((warning) => `! ${wrap(warning, "  ")}`),
    "",
    ...table(
      [
        ["study", "events", "of", "share", "95% interval", "checked"],
        ...studies.map((row) => [
          row.label,
          String(row.events),
          `${row.total} ${row.of}`,
          percent(row.estimate),
          range(row.ci),
          row.verified,
        ]),
      ],
      [false, true, true, true, true, false],
    ),
    "",
    ...studies.map(({ label, design, product, timepoint, note }) =>
      wrap(`${label}: ${design}; ${product}; ${timepoint}${note ? `; ${note}` : ""}.`, "  "),
    ),
    "",
    wrap(`Shows: ${shows}`),
    wrap(`Does not show: ${withoutOpening(doesNotShow)}`),
    "",
    ...warnings.slice(1).map((warning) => `! ${wrap(warning, "  ")}`),
    ...certaintyLines(certainty),
    ...membershipLines(answer),
    "",
    `Last searched ${answer.lastSearched}, ${staleAfter(answer.freshUntil)}. Knowledge ${answer.knowledge}.`,
    "",
  ].join("\n");
}
