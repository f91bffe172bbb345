import type { Problem } from "@calcar/vocabulary";
import type { Figure } from "../../draft/figure.ts";
import { type Decimal, numberIn } from "../tables/printed-number.ts";
import { cell as cellIn, type TableRow } from "../tables/read-table.ts";
import type { Cell } from "./mapping.ts";

interface CodedColumn {
  readonly column: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What every number of a study shares. */
export interface Provenance {
  readonly source?: string | undefined;
  readonly at?: string | undefined;
}

/** Reads the cells of one study as a mapping names them, and keeps what is wrong with them. */
export class RowReader {
  readonly problems: Problem[] = [];
  readonly #missing: ReadonlySet<string>;
  readonly #decimal: Decimal;

  constructor(missing: readonly string[], decimal: Decimal) {
    this.#missing = new Set(missing);
    this.#decimal = decimal;
  }

  /** The words of a cell in one row; undefined where nothing is stated. */
  words(row: TableRow, cell: Cell | undefined): string | undefined {
    if (cell === undefined) return undefined;
    if (typeof cell !== "string") return cell.text;
    const text = cellIn(row, cell);
    return text === "" || this.#missing.has(text) ? undefined : text;
  }

  /** The words that all rows of a study agree on; rows that leave them empty say nothing. */
  agreed(rows: readonly TableRow[], cell: Cell | undefined): string | undefined {
    const said = new Map(rows.flatMap((row) => [[this.words(row, cell), row.line] as const]).filter(([text]) => text !== undefined));
    const [first, second] = [...said];
    if (first && second) {
      const problem = `"${first[0]?.slice(0, 40)}" and, on line ${second[1]}, "${second[0]?.slice(0, 40)}"`;
      this.problems.push({ place: `line ${first[1]}, ${String(cell)}`, problem, expected: "one value for a study" });
    }
    return first?.[0];
  }

  /** A number of one row with where it was read; undefined where nothing is stated. */
  figure(row: TableRow, cell: Cell | undefined, { source, at }: Provenance): Figure | undefined {
    const text = this.words(row, cell);
    if (text === undefined || cell === undefined) return undefined;
    if (typeof cell !== "string") return { value: text };
    const value = numberIn(text, this.#decimal, `line ${row.line}, ${cell}`);
    if (typeof value === "string")
      return { value, how: "printed", ...(source === undefined ? {} : { source }), ...(at === undefined ? {} : { at }) };
    this.problems.push(value);
    return undefined;
  }

  /** What the code in a column means, by the mapping. */
  coded(rows: readonly TableRow[], coded: CodedColumn | undefined): string | undefined {
    if (!coded) return undefined;
    const code = this.agreed(rows, coded.column);
    if (code === undefined) return undefined;
    if (Object.hasOwn(coded.values, code)) return coded.values[code];
    const line = rows.find((row) => this.words(row, coded.column) === code)?.line;
    this.problems.push({
      place: `line ${line}, ${coded.column}`,
      problem: `the code "${code.slice(0, 40)}"`,
      expected: `one of the mapping: ${Object.keys(coded.values).join(", ")}`,
    });
    return undefined;
  }
}

/** The rows in which every named column holds its value. */
export const rowsWhen = (rows: readonly TableRow[], when: Readonly<Record<string, string>> | undefined): readonly TableRow[] =>
  when === undefined ? rows : rows.filter((row) => Object.entries(when).every(([column, value]) => cellIn(row, column) === value));
