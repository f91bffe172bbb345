import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { UsageError } from "../usage-error.ts";

const ROWS_AT_ONCE = 100;
const MOST_CHARACTERS = 1_000_000; // of one row: more is an unclosed quote, not a questionnaire

/**
 * What is made of each row of a CSV file as it streams by, some rows at once. A byte-order mark at its start is passed over; empty
 * lines too. Each row is read while it is parsed, so that its cells die young and memory stays flat.
 *
 * @param read makes something of a row; `line` is the line of the file on which the row ends
 * @throws UsageError for a table that cannot be read further: an unclosed quote, bytes that are not UTF-8; what `read` throws
 */
export async function* csvRows<T extends object>(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  read: (cells: readonly string[], line: number) => T,
): AsyncGenerator<T[]> {
  let rows: T[] = [];
  const onRecord = (cells: string[], { lines }: { readonly lines: number }): string[] => {
    rows.push(read(cells, lines));
    return NO_CELLS; // the stream only has to go on
  };
  const parser = parse({ bom: true, relaxColumnCount: true, skipEmptyLines: true, maxRecordSize: MOST_CHARACTERS, onRecord });
  const source = Readable.from(utf8(bytes, path));
  source.on("error", (error) => parser.destroy(error));
  try {
    for await (const _ of source.pipe(parser)) {
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
const NO_CELLS: string[] = [];

/** The same bytes, cut between characters and refused where they are not UTF-8. They stay bytes: texts of this size would fill the heap. */
async function* utf8(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of bytes) {
    const chunk = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = endOfCharacters(chunk);
    yield checked(chunk.subarray(0, end), path);
    rest = chunk.subarray(end);
  }
  yield checked(rest, path);
}

/** Where the last whole character ends: a character that has begun reaches at most three bytes further. */
function endOfCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > back) return bytes.length - back;
    if (byte < 0x80 || byte >= 0xc0) return bytes.length;
  }
  return bytes.length;
}

function checked(bytes: Uint8Array, path: string): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  throw new UsageError(`${path}: is not UTF-8; expected a CSV file saved as UTF-8`);
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
