import type { Method } from "@calcar/catalog";
import { endsOf } from "../definition/items-of.ts";
import type { Compute, Ready } from "./method.ts";

type Of<K extends Method["kind"]> = Ready<Extract<Method, { kind: K }>>;

/** Sum of the items' points. Gaps that the missing-item rule allows count as the mean of the answered items. */
export function sum({ place, columns }: Of<"sum">): Compute {
  const all = columns.length;
  return (_, { values, raw, answered }) => {
    values[place] = answered[place] === all ? raw[place]! : (raw[place]! / answered[place]!) * all;
  };
}

/**
 * Mean of the answered items, carried in a straight line to the range of the subscale: the best answer to its better end.
 *
 * For HOOS this is `100 - 100 * mean / 4`.
 */
export function meanToRange({ place, subscale, range, items }: Of<"mean-to-range">): Compute {
  const { takes } = items[0]!;
  const [low, high] = endsOf(takes);
  const bestEnd = subscale.direction === "higher-worse" ? range[0] : range[1];
  const lowestIsBest = takes.best === low;
  const start = lowestIsBest ? bestEnd : range[0] + range[1] - bestEnd;
  const reach = range[0] + range[1] - 2 * start;
  return (_, { values, raw, answered }) => {
    values[place] = start + (reach * (raw[place]! / answered[place]! - low)) / (high - low);
  };
}

/** The one item's answer. */
export function asGiven({ place }: Of<"as-given">): Compute {
  return (_, { values, raw }) => {
    values[place] = raw[place]!;
  };
}

/**
 * Raw sum of all items, read off the published conversion table.
 *
 * @throws RangeError for a raw sum without a row: loading the knowledge checked that there is none
 */
export function sumTable({ place, table, rowMarks, subscale }: Of<"sum-table">): Compute {
  if (!table) throw new RangeError(`${subscale.id} has no table`);
  const rows = new Map(table.rows.map(([sum, score, se]) => [sum, { score, se: se ?? Number.NaN }]));
  return (_, { values, raw, se, marks }) => {
    const found = rows.get(raw[place]!);
    if (!found) throw new RangeError(`table ${table.id} has no row for the raw sum ${raw[place]}`);
    values[place] = found.score;
    se[place] = found.se;
    marks[place]! |= rowMarks.get(raw[place]!) ?? 0;
  };
}

/** The points only if every item is at its best. */
export function allOrNothing({ place, columns, items, method }: Of<"all-or-nothing">): Compute {
  const best = items.map(({ takes }) => takes.best);
  return (answers, { values }) => {
    values[place] = best.every((value, i) => answers[columns[i]!] === value) ? method.points : 0;
  };
}
