import type { Problem, Read } from "@calcar/vocabulary";
import { CsvError, parse } from "csv-parse/sync";

export interface TableRow {
  readonly line: number; // of the file, where the row begins
  readonly cells: ReadonlyMap<string, string>; // by the name of the column; nothing is trimmed
}

/** What stands in a column of a row, on one line; "" where the table has no such column. */
export const cell = ({ cells }: TableRow, column: string): string => cells.get(column)?.replaceAll(/\s+/g, " ").trim() ?? "";

export interface Table {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

const DELIMITERS = [",", ";", "\t"];
const NAMES: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };
const MOST_CHARACTERS = 1_000_000; // of one row: more is a quote that never closes

/** Most rows of a table: a review of a thousand studies has a tenth of it. */
export const MOST_ROWS = 200_000;

/**
 * Reads a table with a header (RFC 4180). The delimiter is the one under which the header has the columns that must be there.
 *
 * @param needed columns that must be in the header; the first list that fits wins, as a format may have several layouts
 */
export function readTable(text: string, needed: readonly (readonly string[])[]): Read<Table> {
  const delimiter = DELIMITERS.find((sign) => needed.some((columns) => has(headerOf(text, sign), columns)));
  if (delimiter === undefined)
    return refused("line 1", missing(text, needed), `a header with ${needed.map((columns) => columns.join(", ")).join("; or with ")}`);
  try {
    return tableOf(records(text, delimiter), delimiter);
  } catch (error) {
    if (error instanceof CsvError)
      return refused(
        `line ${(error as CsvError & { lines?: number }).lines ?? "?"}`,
        PROBLEMS[error.code] ?? error.code.toLowerCase().replaceAll("_", " "),
        "rows as RFC 4180 has them: a quote within a cell is doubled",
      );
    if (error instanceof TooMany) return refused("file", `more than ${MOST_ROWS} rows`, `at most ${MOST_ROWS}: split the file`);
    throw error;
  }
}

const has = (header: readonly string[], columns: readonly string[]): boolean => columns.every((column) => header.includes(column));

function missing(text: string, needed: readonly (readonly string[])[]): string {
  const headers = DELIMITERS.map((sign) => headerOf(text, sign));
  const lacks = needed.flatMap((columns) => headers.map((header) => columns.filter((column) => !header.includes(column))));
  const fewest = lacks.reduce((best, names) => (names.length < best.length ? names : best));
  return `no column ${fewest.slice(0, 10).join(", ")}`;
}

/** The names of the first line under a delimiter; none where the line is no row of it. */
function headerOf(text: string, delimiter: string): readonly string[] {
  try {
    const [first = []] = parse(text.slice(0, MOST_CHARACTERS), { delimiter, to: 1, relaxColumnCount: true, skipEmptyLines: true });
    return first.map((name) => name.trim());
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

class TooMany extends Error {}

interface Parsed {
  readonly line: number;
  readonly cells: readonly string[];
}

function records(text: string, delimiter: string): Parsed[] {
  const found: Parsed[] = [];
  let line = 1;
  parse(text, {
    delimiter,
    relaxColumnCount: true,
    skipEmptyLines: true,
    maxRecordSize: MOST_CHARACTERS,
    onRecord: (cells: string[], { lines }: { readonly lines: number }) => {
      if (found.length > MOST_ROWS) throw new TooMany();
      found.push({ line, cells });
      line = lines + 1;
      return null;
    },
  });
  return found;
}

function tableOf([first, ...rest]: readonly Parsed[], delimiter: string): Read<Table> {
  const header = (first?.cells ?? []).map((name) => name.trim());
  const twice = header.filter((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice.length > 0) return refused("line 1", `the column ${twice[0]} stands twice`, "each column once");
  const uneven: Problem[] = rest
    .filter(({ cells }) => cells.length !== header.length)
    .slice(0, 20)
    .map(({ line, cells }) => ({
      place: `line ${line}`,
      problem: `${cells.length} cells`,
      expected: `${header.length}, as in the header (${NAMES[delimiter]}s between them)`,
    }));
  if (uneven.length > 0) return { ok: false, problems: uneven };
  const rows = rest.map(({ line, cells }) => ({ line, cells: new Map(header.map((name, at) => [name, cells[at]!])) }));
  if (rows.length === 0) return refused("file", "a header and no row", "at least one row");
  return { ok: true, value: { delimiter, header, rows } };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and never closed",
  CSV_MAX_RECORD_SIZE: "a row of more than a million characters: a quote is opened and never closed",
  CSV_INVALID_CLOSING_QUOTE: "text follows a closing quote",
  INVALID_OPENING_QUOTE: "a quote stands inside an unquoted cell",
};

const refused = (place: string, problem: string, expected: string): Read<never> => ({
  ok: false,
  problems: [{ place, problem, expected }],
});
