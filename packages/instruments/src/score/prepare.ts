import type { CatalogInstrument, Form, Method, Subscale } from "@calcar/catalog";
import { itemsOf } from "../definition/items-of.ts";
import { counted, joined } from "../methods/counted.ts";
import type { Compute, Ready } from "../methods/method.ts";
import { compile } from "../methods/methods.ts";
import type { ScoreOptions } from "./answers.ts";
import { bearsOnSubscale, bitsOf } from "./marks.ts";
import { REFUSED } from "./score-row.ts";

/** One subscale made ready: its definition in this form, and the function that computes it. */
export interface Prepared {
  readonly ready: Ready;
  readonly compute: Compute;
}

/** Makes every subscale of an instrument ready, in the order of the definition: a subscale reads only earlier ones. */
export const prepare = (instrument: CatalogInstrument, form: Form | undefined, options: ScoreOptions): Prepared[] =>
  instrument.subscales.map((subscale, place) => {
    const ready = readyOf(instrument, form, { subscale, place, valueSet: options.valueSet });
    return { ready, compute: guarded(instrument, form, options, ready) };
  });

interface Which {
  readonly subscale: Subscale;
  readonly place: number;
  readonly valueSet: ScoreOptions["valueSet"];
}

function readyOf(instrument: CatalogInstrument, form: Form | undefined, { subscale, place, valueSet }: Which): Ready {
  const all = itemsOf(instrument, form);
  const columns = (subscale.items ?? []).map((code) => all.findIndex((item) => item.code === code));
  const of = partsOf(subscale.method).map((id) => instrument.subscales.findIndex((other) => other.id === id));
  const method = inForm(subscale, form);
  const table = method.kind === "sum-table" ? instrument.tables?.find(({ id }) => id === method.table) : undefined;
  return {
    instrument: instrument.id,
    subscale: { ...subscale, direction: form?.directions?.[subscale.id] ?? subscale.direction },
    method,
    place,
    range: rangeOf(subscale, form),
    columns: Int32Array.from(columns),
    items: columns.map((column) => all[column]!),
    of: Int32Array.from(of),
    restsOn: itemsUnder(instrument, subscale).size,
    ofRanges: of.map((part) => rangeOf(instrument.subscales[part]!, form)),
    atLeast: subscale.missing?.kind === "mean-of-answered" ? subscale.missing.atLeast : columns.length,
    table,
    rowMarks: new Map(
      (table?.rows ?? []).map(([raw]) => [
        raw,
        bitsOf(instrument, ({ bears }) => bears.on === "table-row" && bears.table === table?.id && bears.raw === raw),
      ]),
    ),
    valueSet,
  };
}

/** The range of a subscale in a form. */
export const rangeOf = (subscale: Subscale, form: Form | undefined): readonly [number, number] =>
  form?.ranges?.[subscale.id] ?? subscale.range;

const partsOf = (method: Method): readonly string[] => ("of" in method ? [method.of].flat() : []);

/** The codes of all items a subscale rests on, through the subscales it reads. */
const itemsUnder = (instrument: CatalogInstrument, { items = [], method }: Subscale): ReadonlySet<string> =>
  new Set([
    ...items,
    ...partsOf(method).flatMap((id) => [...itemsUnder(instrument, instrument.subscales.find((other) => other.id === id)!)]),
  ]);

function inForm({ id, method }: Subscale, form: Form | undefined): Method {
  const table = form?.tables?.[id];
  return method.kind === "sum-table" && table !== undefined ? { ...method, table } : method;
}

/** The computation, and then the gate: what rests on something unconfirmed is refused unless somebody asked for it. */
function guarded(instrument: CatalogInstrument, form: Form | undefined, options: ScoreOptions, ready: Ready): Compute {
  const isAllowed = options.allowUnconfirmed === true;
  const always = bitsOf(instrument, ({ bears }) => bearsOnSubscale(bears, ready.subscale.id, form));
  const gaps = bitsOf(instrument, ({ bears }) => bears.on === "missing-rule" && bears.subscales.includes(ready.subscale.id));
  const method = compile(ready);
  const compute = ready.of.length > 0 ? joined(ready, method) : counted(ready, gaps, method);
  return (answers, row) => {
    row.marks[ready.place] = always;
    compute(answers, row);
    if (row.refused[ready.place] === 0 && row.marks[ready.place] !== 0 && !isAllowed) row.refused[ready.place] = REFUSED.unconfirmed;
  };
}
