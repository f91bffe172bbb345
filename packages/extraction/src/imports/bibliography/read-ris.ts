import type { Problem } from "@calcar/vocabulary";
import { fromCommas } from "./author.ts";
import { pmidOf } from "./identifiers.ts";
import { type BibliographicFile, type BibliographicRecord, defined, type RefusedRecord, refusedRecord } from "./record.ts";

const LINE = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/;
const ALMOST_LINE = /^\s*[A-Z][A-Z0-9]\s*-\s/;
const HEADER = /^(?:Provider|Database|Content)\s*:/; // what some hosts of databases print above the first record

type Tags = Map<string, string[]>;

/**
 * Reads a file in the RIS format: two letters, two spaces, a hyphen, a space; a record from `TY` to `ER`.
 *
 * Abstracts, keywords and notes are passed over: facts are taken, sentences are not. `Y2` is the day somebody looked, never the
 * year. A record that is cut off or holds a line that is no line of the format is refused whole, the others stand.
 */
export function readRis(text: string): BibliographicFile {
  const reading: Reading = { records: [], refused: [], open: undefined, isAstray: false };
  for (const [at, line] of text.split("\n").entries()) readLine(reading, line, `line ${at + 1}`);
  close(reading, false);
  return reading;
}

interface Reading {
  readonly records: BibliographicRecord[];
  readonly refused: RefusedRecord[];
  open: Open | undefined;
  isAstray: boolean; // a line outside records was named already: what follows it is its echo
}

interface Open {
  readonly place: string;
  readonly tags: Tags;
  readonly problems: Problem[];
  last: string[] | undefined; // the values of the tag on the line above
}

function readLine(reading: Reading, line: string, place: string): void {
  const [, tag, value = ""] = LINE.exec(line) ?? [];
  if (tag === "TY") {
    close(reading, false);
    reading.open = { place, tags: new Map(), problems: [], last: undefined };
    reading.isAstray = false;
  } else if (tag === "ER" && reading.open) close(reading, true);
  else if (reading.open) take(reading.open, { tag, value: tag === undefined ? line : value, place });
  else if (line.trim() !== "" && !HEADER.test(line) && !reading.isAstray) {
    reading.refused.push(refusedRecord(place, `"${line.trim().slice(0, 40)}" stands outside a record`, TAG));
    reading.isAstray = true;
  }
}

const TAG = 'a line as in "TY  - JOUR": two letters, two spaces, a hyphen, a space; TY first, ER last';

function take(open: Open, { tag, value, place }: { tag: string | undefined; value: string; place: string }): void {
  if (tag !== undefined) {
    open.last = open.tags.get(tag) ?? [];
    open.tags.set(tag, open.last);
    open.last.push(value.trim());
  } else if (value.trim() === "") return;
  else if (ALMOST_LINE.test(value) || !open.last)
    open.problems.push({ place, problem: `"${value.trim().slice(0, 40)}" is no line of RIS`, expected: TAG });
  else open.last.push(`${open.last.pop() ?? ""} ${value.trim()}`);
}

function close(reading: Reading, hasEnd: boolean): void {
  const { open } = reading;
  reading.open = undefined;
  if (!open) return;
  const { place, problems } = open;
  if (!hasEnd)
    problems.push({ place, problem: "no ER line ends the record", expected: "ER  - after its last line: the record is cut off" });
  if (problems.length === 0) reading.records.push(recordOf(open));
  else reading.refused.push({ place, ...defined({ title: first(open.tags, TITLES)?.slice(0, 200) }), problems });
}

const TITLES = ["TI", "T1", "CT", "BT"];
const JOURNALS = ["JF", "T2", "JO", "JA", "J2", "J1"];
const YEARS = ["PY", "Y1", "DA"];

const first = (tags: Tags, names: readonly string[]): string | undefined =>
  names.flatMap((name) => tags.get(name) ?? []).find((value) => value !== "");

function recordOf({ place, tags }: Open): BibliographicRecord {
  const [firstPage, lastPage] = [first(tags, ["SP"]), first(tags, ["EP"])];
  const pages = firstPage !== undefined && lastPage !== undefined && lastPage !== firstPage ? `${firstPage}-${lastPage}` : firstPage;
  const years = new Set(YEARS.flatMap((name) => tags.get(name) ?? []).flatMap((date) => /^\d{4}/.exec(date) ?? []));
  return {
    place,
    authors: ["AU", "A1"]
      .flatMap((name) => tags.get(name) ?? [])
      .filter((name) => name !== "")
      .map(fromCommas),
    ...defined({
      title: first(tags, TITLES),
      journal: first(tags, JOURNALS),
      volume: first(tags, ["VL"]),
      issue: first(tags, ["IS"]),
      pages,
      year: years.size > 1 ? undefined : first(tags, YEARS),
      doi: first(tags, ["DO"]),
      pmid: pubmedNumber(tags),
      url: first(tags, ["UR"]),
    }),
    ...(years.size > 1
      ? { doubts: [{ place: "year", problem: `the record says ${[...years].join(" and ")}`, expected: "one of them" }] }
      : {}),
  };
}

/** An accession number is a PubMed number only where the record names PubMed or MEDLINE as its database. */
function pubmedNumber(tags: Tags): string | undefined {
  const named = ["AN", "M2", "N1"].flatMap((name) => tags.get(name) ?? []).find((value) => /^PMID:?\s*\d+$/i.test(value));
  const fromPubmed = ["DB", "DP"].some((name) => tags.get(name)?.some((value) => /pubmed|medline/i.test(value)));
  const linked = tags.get("UR")?.find((value) => /pubmed/i.test(value) && pmidOf(value) !== undefined);
  return named ?? (fromPubmed ? first(tags, ["AN"]) : undefined) ?? linked;
}
