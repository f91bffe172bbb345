import { expect, it } from "vitest";
import { exampleText } from "../testing.ts";
import { readRis } from "./read-ris.ts";

const record = (...lines: string[]): string => ["TY  - JOUR", ...lines, "ER  - ", ""].join("\n");

/** Written by hand from the RIS specification: TY begins, ER ends, AU, PY, TI, JF, VL, IS, SP, EP, DO, UR. */
it("reads the tags of the specification", () => {
  expect(readRis(exampleText("library.ris")).records[0]).toEqual({
    place: "line 1",
    authors: [
      { family: "Muster-Beispiel", text: "Muster-Beispiel AM" },
      { family: "Ørsted", text: "Ørsted JP" },
      { family: "van der Vorbeeld", text: "van der Vorbeeld C" },
      { family: "Invented Hip Group", text: "Invented Hip Group" },
    ],
    title: "Invented concentrate for an invented hip: a record made up for this example",
    journal: "Journal of Invented Results",
    volume: "12",
    issue: "3",
    pages: "45-52",
    year: "2031/05/12/",
    doi: "https://doi.org/10.5555/INV.2031.45",
    url: "https://example.org/inv/45",
  });
});

it("reads the older tags, joins a line that goes on, and takes a PubMed number where PubMed is named", () => {
  expect(readRis(exampleText("library.ris")).records[1]).toEqual({
    place: "line 17",
    authors: [{ family: "Doe", text: "Doe J" }],
    title: "An invented series of twenty hips, its title going on over two lines",
    journal: "J Inv",
    year: "2030///",
    pmid: "99999902",
  });
});

it("never takes the day somebody looked for the year", () => {
  expect(readRis(exampleText("library.ris")).records[2]).not.toHaveProperty("year");
});

it("refuses a record that is cut off, by its line and title, and keeps the others", () => {
  const { records, refused } = readRis(exampleText("library.ris"));
  expect(records).toHaveLength(6);
  expect(refused).toEqual([
    {
      place: "line 53",
      title: "A record that somebody cut o",
      problems: [{ place: "line 53", problem: "no ER line ends the record", expected: "ER  - after its last line: the record is cut off" }],
    },
  ]);
});

it("takes neither of two years", () => {
  const [first] = readRis(record("TI  - x", "PY  - 2014", "DA  - 2015/01/02")).records;
  expect(first).toMatchObject({ doubts: [{ place: "year", problem: "the record says 2014 and 2015" }] });
  expect(first).not.toHaveProperty("year");
});

it("takes an accession number of another database for no PubMed number", () => {
  expect(readRis(record("TI  - x", "AN  - 12345678", "DB  - Embase")).records[0]).not.toHaveProperty("pmid");
});

it.each([
  ["one space instead of two", "TY - JOUR\nTI - x\nER -\n", "line 1", '"TY - JOUR" stands outside a record'],
  ["one space within a record", record("TI - x"), "line 2", '"TI - x" is no line of RIS'],
  ["a record begun before the last has ended", `TY  - JOUR\nTI  - x\n${record("TI  - y")}`, "line 1", "no ER line ends the record"],
  ["what is no RIS at all", "Dear colleague,\nplease find attached\n", "line 1", '"Dear colleague," stands outside a record'],
])("refuses %s", (_what, text, place, problem) => {
  const { refused } = readRis(text);
  expect(refused).toHaveLength(1);
  expect(refused[0]!.problems).toMatchObject([{ place, problem }]);
});

it("passes over what hosts of databases print above the records", () => {
  expect(readRis(`Provider: An invented host\nContent: text/plain; charset="UTF-8"\n\n${record("TI  - x")}`).refused).toEqual([]);
});
