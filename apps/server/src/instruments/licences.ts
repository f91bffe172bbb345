import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "@calcar/catalog";
import { type LicenceStatement, readLicenceStatements, readWording, type Wording } from "@calcar/instruments";
import { type Problem, problemLine, type Read } from "@calcar/vocabulary";

/** What a clinic states and supplies about instruments that others own. */
export interface Licences {
  readonly statements: readonly LicenceStatement[];
  readonly wordings: ReadonlyMap<string, Wording>; // by instrument; shown only where its gate is open
}

export const NO_LICENCES: Licences = { statements: [], wordings: new Map() };

export interface LicencePlaces {
  readonly statements: string | undefined; // file of signed statements
  readonly wordings: string | undefined; // folder of wording files, each named after its instrument
}

/**
 * Reads the licence statements and the wordings of a clinic's configuration.
 *
 * @returns both, or one text with a line for every problem: a statement half understood would be a permission nobody gave
 */
export function readLicences({ instruments }: Pick<Catalog, "instruments">, places: LicencePlaces): Licences | { sentence: string } {
  const statements = places.statements === undefined ? none<LicenceStatement[]>([]) : statementsIn(instruments, places.statements);
  const wordings = places.wordings === undefined ? none<Map<string, Wording>>(new Map()) : wordingsIn(instruments, places.wordings);
  if (statements.ok && wordings.ok) return { statements: statements.value, wordings: wordings.value };
  const problems = [statements, wordings].flatMap((read) => (read.ok ? [] : read.problems));
  return { sentence: problems.map(problemLine).join("\n") };
}

const none = <T>(value: T): Read<T> => ({ ok: true, value });

type Known = Catalog["instruments"];

function statementsIn(instruments: Known, file: string): Read<readonly LicenceStatement[]> {
  const bytes = bytesOf(file, "a file of licence statements");
  return bytes.ok ? placed(file, readLicenceStatements(instruments, bytes.value)) : bytes;
}

function wordingsIn(instruments: Known, folder: string): Read<ReadonlyMap<string, Wording>> {
  const files = attempt(folder, "a folder of wording files", () => readdirSync(folder).filter((file) => file.endsWith(".json")));
  if (!files.ok) return files;
  const wordings = new Map<string, Wording>();
  const problems: Problem[] = [];
  for (const name of files.value) {
    const read = wordingIn(instruments, folder, name);
    if (read.ok) wordings.set(read.value.instrument, read.value);
    else problems.push(...read.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: wordings };
}

function wordingIn(instruments: Known, folder: string, name: string): Read<Wording> {
  const file = join(folder, name);
  const instrument = instruments.get(name.replace(/\.json$/, ""));
  if (!instrument)
    return { ok: false, problems: [{ place: file, problem: "no instrument of this name", expected: [...instruments.keys()].join(", ") }] };
  const bytes = bytesOf(file, "a wording file");
  return bytes.ok ? placed(file, readWording(instrument, bytes.value)) : bytes;
}

const bytesOf = (file: string, expected: string): Read<Uint8Array> => attempt(file, expected, () => readFileSync(file));

const placed = <T>(file: string, read: Read<T>): Read<T> =>
  read.ok ? read : { ok: false, problems: read.problems.map((problem) => ({ ...problem, place: `${file}: ${problem.place}` })) };

function attempt<T>(place: string, expected: string, read: () => T): Read<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return { ok: false, problems: [{ place, problem: `cannot be read (${String(error.code)})`, expected }] };
  }
}
