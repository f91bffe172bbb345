import { tableDigest } from "../instrument-entry.ts";
import type { Form, Instrument, Subscale, Table } from "../kinds/instrument.ts";
import { type Fault, fault, repeated } from "./instrument-faults.ts";
import { rawReach } from "./instrument-subscales.ts";

/** Every raw sum that answers can reach has one row, in order; no row changed unnoticed; a worse sum never scores better. */
export function faultsOfTables(instrument: Instrument): Fault[] {
  const { tables = [], subscales } = instrument;
  const readers = subscales.flatMap((subscale, place) =>
    subscale.method.kind === "sum-table" ? readings(instrument, subscale, place) : [],
  );
  const unread = tables.flatMap(({ id }, i) =>
    readers.some(({ table }) => table === id)
      ? []
      : [fault(["tables", i], `nobody reads table ${id}`, "a subscale or a form that reads it")],
  );
  return [
    ...repeated("table", "tables", tables),
    ...tables.flatMap(digestFaults),
    ...readers.flatMap((reader) => readerFaults(instrument, reader)),
    ...unread,
  ];
}

function digestFaults({ rows, digest, id }: Table, i: number): Fault[] {
  const now = tableDigest(rows);
  return now === digest
    ? []
    : [
        fault(
          ["tables", i, "digest"],
          `the rows of table ${id} are not those of the digest ${digest}`,
          `${now}, once a person has compared every row with its source`,
        ),
      ];
}

interface Reading {
  readonly subscale: Subscale;
  readonly place: number;
  readonly form: Form | undefined;
  readonly table: string;
}

function readings({ forms }: Instrument, subscale: Subscale, place: number): Reading[] {
  if (subscale.method.kind !== "sum-table") return [];
  const { table } = subscale.method;
  return (forms ?? [undefined]).map((form) => ({ subscale, place, form, table: form?.tables?.[subscale.id] ?? table }));
}

function readerFaults(instrument: Instrument, { subscale, place, form, table: id }: Reading): Fault[] {
  const i = (instrument.tables ?? []).findIndex((each) => each.id === id);
  const table = instrument.tables?.[i];
  if (!table) return [fault(["subscales", place, "method", "table"], `there is no table ${id}`, "the id of a table")];
  const [low, high] = rawReach(instrument, subscale.items ?? [], form);
  const sums = Array.from({ length: high - low + 1 }, (_, j) => low + j);
  const given = table.rows.map(([raw]) => raw);
  const same = sums.length === given.length && sums.every((sum, j) => sum === given[j]);
  return [
    ...(same
      ? []
      : [
          fault(
            ["tables", i, "rows"],
            `table ${id} has ${given.length} rows, ${missingOf(sums, given)}`,
            `one row for each raw sum from ${low} to ${high}, in order`,
          ),
        ]),
    ...orderFaults(instrument, subscale, table, i),
    ...rangeFaults(subscale, form, table, i),
  ];
}

function missingOf(sums: readonly number[], given: readonly number[]): string {
  const missing = sums.filter((sum) => !given.includes(sum));
  return missing.length > 0 ? `none for ${missing.join(", ")}` : "some for sums that no answers reach, or out of order";
}

function orderFaults(instrument: Instrument, { items = [], direction }: Subscale, { rows, id }: Table, i: number): Fault[] {
  const group = instrument.items.find((each) => each.codes.includes(items[0]!))!;
  const highSumIsBest = group.countsAs === undefined ? group.takes.best === highest(group.takes) : true;
  const rises = (direction !== "higher-worse") === highSumIsBest;
  const wrong = rows.find(([, score], j) => j > 0 && (rises ? score <= rows[j - 1]![1] : score >= rows[j - 1]![1]));
  return wrong
    ? [fault(["tables", i, "rows"], `table ${id} turns at raw sum ${wrong[0]}`, `scores that ${rises ? "rise" : "fall"} with the raw sum`)]
    : [];
}

const highest = (takes: Instrument["items"][number]["takes"]): number =>
  takes.kind === "choice" ? Math.max(...takes.options.map(({ value }) => value)) : takes.range[1];

function rangeFaults(subscale: Subscale, form: Form | undefined, { rows, id }: Table, i: number): Fault[] {
  const scores = rows.map(([, score]) => score);
  const [low, high] = form?.ranges?.[subscale.id] ?? subscale.range;
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return least === low && most === high
    ? []
    : [fault(["tables", i, "rows"], `table ${id} goes from ${least} to ${most}, its subscale from ${low} to ${high}`, "the same ends")];
}
