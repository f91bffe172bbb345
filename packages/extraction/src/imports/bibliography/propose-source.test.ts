import { Source } from "@calcar/catalog/schema";
import fc from "fast-check";
import { expect, it } from "vitest";
import { TakenIds } from "../taken-ids.ts";
import { body, person } from "./author.ts";
import { Documents } from "./duplicates.ts";
import { doiOf, pmidOf, urlOf, yearOf } from "./identifiers.ts";
import { proposeSource } from "./propose-source.ts";
import { sourceId } from "./source-id.ts";

const propose = (record: Partial<Parameters<typeof proposeSource>[0]>, taken: readonly string[] = []) =>
  proposeSource(
    { place: "line 1", title: "A title", authors: [person("Lamo-Espinosa", "José")], ...record },
    { format: "ris", today: "2026-11-21", taken: new TakenIds(taken) },
  );

it("writes a source as the knowledge keeps them, and says that nobody has read the document", () => {
  const record = {
    year: "2016",
    journal: "J Transl Med",
    volume: "14",
    issue: "1",
    pages: "246",
    doi: "https://doi.org/10.5555/X.1",
    pmid: "PMID: 123",
  };
  expect(propose(record)).toEqual({
    source: {
      id: "lamo-espinosa-2016",
      title: "A title",
      authors: "Lamo-Espinosa J",
      journal: "J Transl Med 14(1):246",
      year: 2016,
      doi: "10.5555/X.1",
      pmid: "123",
      kind: "bibliography",
      read: "not read; bibliography only, from a RIS file",
      stillValidOn: "2026-11-21",
    },
    open: [],
  });
});

it("invents no year, and leaves out what is no DOI, PubMed number or address, naming each", () => {
  const proposed = propose({ year: "in press", doi: "see text", pmid: "12x", url: "javascript:alert(1)" });
  expect(proposed).toMatchObject({
    source: { id: "lamo-espinosa-undated" },
    open: [{ place: "year" }, { place: "doi" }, { place: "pmid" }, { place: "url" }],
  });
  expect("source" in proposed && Object.keys(proposed.source)).toEqual(["id", "title", "authors", "kind", "read", "stillValidOn"]);
});

it("refuses a record without a title", () => {
  expect(proposeSource({ place: "line 9", authors: [] }, { format: "ris", today: "2026-11-21", taken: new TakenIds([]) })).toEqual({
    place: "line 9",
    problems: [{ place: "line 9", problem: "no title", expected: "a title: without one nobody can tell what the record is about" }],
  });
});

it("puts what PubMed says against an article into the note and before a person", () => {
  expect(propose({ year: "2016", remarks: ["PubMed marks this article as RETRACTED"] })).toMatchObject({
    source: { note: "PubMed marks this article as RETRACTED." },
    open: [{ place: "note", problem: "PubMed marks this article as RETRACTED" }],
  });
});

it.each([
  ["the family name and the year", [person("Dall'Oca", "C")], [], "dalloca-2016"],
  ["a letter where the name and year are taken", [person("Ma", "Y")], ["ma-2016"], "ma-2016b"],
  ["the next letter", [person("Ma", "Y")], ["ma-2016a", "ma-2016b", "ma-2016c"], "ma-2016d"],
  ["the first words of a body", [body("World Health Organization of the World")], [], "world-health-organization-2016"],
  ["letters that are Latin", [person("Ørsted-Łukasz", "J")], [], "orsted-lukasz-2016"],
  ["the title where a name has no Latin letters", [person("王", "伟")], [], "an-invented-title-2016"],
  ["the title where nobody signs", [], [], "an-invented-title-2016"],
])("names a source by %s", (_what, authors, taken, id) => {
  expect(sourceId({ authors, title: "An invented title of a paper", year: 2016 }, new TakenIds(taken))).toBe(id);
});

it("never gives an id twice, whatever the names", () => {
  const named = fc.record({ family: fc.string(), year: fc.option(fc.integer({ min: 1990, max: 1992 }), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(named, { maxLength: 80 }), (papers) => {
      const taken = new TakenIds([]);
      for (const { family, year } of papers) {
        const id = sourceId({ authors: [body(family)], title: "", ...(year === undefined ? {} : { year }) }, taken);
        expect(taken.has(id)).toBe(false);
        expect(Source.shape.id.safeParse(id).success).toBe(true);
        taken.add(id);
      }
    }),
  );
});

it.each([
  ["10.1302/2046-3758.107.BJR-2020-0418.R1", "10.1302/2046-3758.107.BJR-2020-0418.R1"],
  ["doi: 10.5555/abc.", "10.5555/abc"],
  ["http://dx.doi.org/10.1016%2Fj.x", "10.1016/j.x"],
  ["10.1/x", undefined],
  ["10.5555/", undefined],
  ["PMC123", undefined],
  ["10.5555/a b", undefined],
])("reads the DOI of %s", (written, doi) => expect(doiOf(written)).toBe(doi));

it.each([
  ["30715002", "30715002"],
  ["https://pubmed.ncbi.nlm.nih.gov/30715002/", "30715002"],
  ["0123", undefined],
  ["123456789", undefined],
  ["PMC6503401", undefined],
])("reads the PubMed number of %s", (written, pmid) => expect(pmidOf(written)).toBe(pmid));

it.each([
  ["2014", 2014],
  ["2014/05/12/", 2014],
  ["2014-05", 2014],
  ["2014/2015", undefined],
  ["20145", undefined],
  ["1066", undefined],
  ["n.d.", undefined],
])("reads the year of %s", (written, year) => expect(yearOf(written)).toBe(year));

it("links to the web and to nothing else", () => {
  expect(urlOf("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
  for (const written of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "example.org", 'https://a"b'])
    expect(urlOf(written)).toBeUndefined();
});

it("finds a document again by DOI whatever its capitals, by PubMed number, by title and year", () => {
  const title = "Core decompression with cells: a randomised trial";
  const known = new Documents([{ isOnFile: true, name: "sources/a", doi: "10.5555/ABC", pmid: "1", title, year: 2014 }]);
  const same = { is: "same", as: "sources/a", isOnFile: true };
  const other = "Something else altogether";
  expect(known.find({ title: other, doi: "10.5555/abc" })).toEqual({ ...same, by: "same DOI 10.5555/abc" });
  expect(known.find({ title: other, pmid: "1" })).toEqual({ ...same, by: "same PMID 1" });
  expect(known.find({ title: "Core decompression with cells - A Randomised Trial.", year: 2014 })).toMatchObject({ is: "same" });
  expect(known.find({ title, year: 2014, doi: "10.5555/other" })).toMatchObject({ is: "perhaps", by: "same title and year, another DOI" });
  expect(known.find({ title, year: 2015 })).toBeUndefined();
  expect(known.find({ title })).toBeUndefined();
});

it("does not take two editorials for one", () => {
  const known = new Documents([{ name: "sources/a", title: "Editorial", year: 2014 }]);
  expect(known.find({ title: "Editorial", year: 2014 })).toMatchObject({ is: "perhaps" });
});
