import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { UsageError } from "../usage-error.ts";

export interface CsvRow {
  readonly line: number; // of the file, where the row ends
  readonly cells: readonly string[];
}

const ROWS_AT_ONCE = 100; // few enough that they die young: memory stays flat
const MOST_CHARACTERS = 1_000_000; // of one row: more is an unclosed quote, not a questionnaire

/**
 * The rows of a CSV file as it streams by, some hundreds at once. A byte-order mark at its start is passed over; empty lines too.
 *
 * @throws UsageError for a table that cannot be read further: an unclosed quote, bytes that are not UTF-8
 */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<CsvRow[]> {
  const parser = parse({ bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true, maxRecordSize: MOST_CHARACTERS });
  const source = Readable.from(utf8(bytes, path));
  source.on("error", (error) => parser.destroy(error));
  let rows: CsvRow[] = [];
  try {
    for await (const { record, info } of source.pipe(parser)) {
      rows.push({ line: info.lines, cells: record });
      if (rows.length < ROWS_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    if (rows.length > 0) yield rows;
    throw readable(error, path);
  }
  if (rows.length > 0) yield rows;
}

async function* utf8(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw (error as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA"
      ? new UsageError(`${path}: is not UTF-8; expected a CSV file saved as UTF-8`)
      : error;
  }
}

function readable(error: unknown, path: string): unknown {
  if (!(error instanceof CsvError)) return error;
  const { code, lines } = error as CsvError & { readonly lines?: number };
  const problem = CSV_PROBLEMS[code] ?? code.toLowerCase().replaceAll("_", " ");
  return new UsageError(`${path}:${lines ?? "?"}: ${problem}; expected rows of comma-separated cells, a quote inside a cell doubled`);
}

const CSV_PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and never closed",
  CSV_MAX_RECORD_SIZE: "a row of more than a million characters",
  CSV_INVALID_CLOSING_QUOTE: "text follows a closing quote",
  INVALID_OPENING_QUOTE: "a quote stands inside an unquoted cell",
};
