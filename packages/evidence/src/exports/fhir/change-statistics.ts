import type { ChangeRow } from "../../schema.ts";
import type { Statistic } from "./r5.ts";
import { AVERAGES, CHANGE, sizeOf } from "./statistics.ts";

/** One series before and after, as printed. A change is never encoded as a difference between groups, and what is not stated is left out. */
export function changeStatistics(row: ChangeRow): Statistic[] {
  const { before, after, change, changeDerived, statistic, timepoint } = row;
  const average = (value: number | null, when: string): Statistic[] =>
    value === null ? [] : [{ ...common(row, `${row.instrument}, ${when}`), statisticType: AVERAGES[statistic], quantity: { value } }];
  return [
    ...average(before, "before treatment"),
    ...average(after, `after treatment, ${timepoint}`),
    ...(change === null
      ? []
      : [
          {
            ...common(row, `Change, not effect${changeDerived ? "; the difference of the printed means, not printed itself" : ""}`),
            statisticType: CHANGE,
            quantity: { value: change },
          },
        ]),
  ];
}

const common = ({ scale, n }: ChangeRow, what: string): Pick<Statistic, "description" | "sampleSize"> => ({
  description: `${what} (${scale})`,
  sampleSize: sizeOf(1, n, "counted"),
});
