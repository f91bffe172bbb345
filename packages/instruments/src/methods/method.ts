import type { Method, Subscale, Table } from "@calcar/catalog";
import type { Item } from "../definition/items-of.ts";
import type { ScoreRow } from "../score/score-row.ts";
import type { ValueSet } from "../value-sets/value-set.ts";

/** One subscale of one instrument in one form, ready to be computed over and over. */
export interface Ready<M extends Method = Method> {
  readonly instrument: string;
  readonly subscale: Subscale;
  readonly method: M;
  readonly place: number; // of the subscale in a score row
  readonly range: readonly [number, number]; // the form's
  readonly columns: Int32Array; // of its items in a row of answers
  readonly items: readonly Item[];
  readonly of: Int32Array; // places of the subscales it reads
  readonly restsOn: number; // items, through the subscales it reads
  readonly ofRanges: readonly (readonly [number, number])[];
  readonly atLeast: number; // answered items below which there is no score
  readonly table: Table | undefined;
  readonly rowMarks: ReadonlyMap<number, number>; // raw sum to marks of its table row
  readonly valueSet: ValueSet | undefined;
}

/** Computes one place of a score row. It has been counted and is not refused when the method is asked. */
export type Compute = (answers: Float64Array, row: ScoreRow) => void;
