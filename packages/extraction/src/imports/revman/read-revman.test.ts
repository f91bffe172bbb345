import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { decodeText } from "../decode-text.ts";
import { libraryOf } from "../library.ts";
import { example } from "../testing.ts";
import { readRevman } from "./read-revman.ts";

const textOf = (name: string): string => {
  const decoded = decodeText(example(name));
  if (!decoded.ok) throw new Error(name);
  return decoded.value.text;
};
const read = (text: string, decimal: "." | "," = ".") => {
  const file = readRevman(text, { decimal, library: libraryOf(catalog, "2026-11-21") });
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.value;
};
const outcomes = (file: ReturnType<typeof read>, study: string) => file.entries.find(({ title }) => title === study)!.draft!.outcomes!;

/** The columns are those of Review Manager 5, as R's meta (read.rm5) documents them; the values are written by hand. */
describe("an export of RevMan 5", () => {
  const file = read(textOf("revman-5.csv"));

  it("gives each study the numbers of its arms, under the labels and names that stand above them", () => {
    const figure = (value: string, at: string) => ({ value, how: "printed", at: `RevMan data, analysis ${at}` });
    expect(outcomes(file, "Muster 2031")).toEqual([
      {
        type: "events",
        name: "Collapse",
        arm: "Concentrate",
        note: "Comparison: Invented concentrate versus decompression. Subgroup: Small lesions",
        report: { as: "count", events: figure("4", "1.1, line 5"), total: figure("27", "1.1, line 5") },
      },
      {
        type: "events",
        name: "Collapse",
        arm: "Decompression",
        note: "Comparison: Invented concentrate versus decompression. Subgroup: Small lesions",
        report: { as: "count", events: figure("7", "1.1, line 5"), total: figure("25", "1.1, line 5") },
      },
      {
        type: "value",
        name: "Harris Hip Score",
        arm: "Concentrate",
        note: "Comparison: Invented concentrate versus decompression",
        report: { as: "mean-sd", mean: figure("84.20", "1.2, line 9"), sd: figure("9.1", "1.2, line 9"), n: figure("27", "1.2, line 9") },
      },
      {
        type: "value",
        name: "Harris Hip Score",
        arm: "Decompression",
        note: "Comparison: Invented concentrate versus decompression",
        report: { as: "mean-sd", mean: figure("79.5", "1.2, line 9"), sd: figure("10.4", "1.2, line 9"), n: figure("25", "1.2, line 9") },
      },
    ]);
  });

  it("counts every row of a study, and names those that are refused", () => {
    expect(file.found).toBe(5);
    expect(file.entries.map(({ title, draft }) => [title, draft?.id])).toEqual([
      ["Muster 2031", "muster-2031"],
      ['Doe, "the second" 2030', "doe-the-second-2030"],
    ]);
    expect(file.refused).toMatchObject([
      {
        title: "Doe 2029",
        problems: [{ place: "line 10, mean of Concentrate", problem: '"84,2"', expected: expect.stringContaining("declared") }],
      },
      { title: "Muster 2031", problems: [{ place: "line 12", problem: "data of the type GIV" }] },
    ]);
  });
});

describe("data rows of RevMan Web", () => {
  const file = read(textOf("revman-web-data-rows.csv"));

  it("take a zero for a count only where the analysis counts", () => {
    expect(outcomes(file, "Doe 2030")).toMatchObject([
      { type: "events", arm: "Experimental", report: { events: { value: "0" }, total: { value: "21" } } },
      { type: "events" },
    ]);
    expect(outcomes(file, "Muster 2031").map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "Collapse: events",
      "Collapse: events",
      "Harris Hip Score: value",
      "Harris Hip Score: value",
    ]);
  });

  it("are refused where a zero cannot be told from an empty cell, and where there are no arms", () => {
    expect(file.refused.map(({ problems }) => problems[0]!.problem)).toEqual([
      "neither cases nor standard deviations: a zero cannot be told from an empty cell",
      "estimates with standard errors (generic inverse variance)",
    ]);
  });

  it("keep a year that all rows agree on, and the id of nobody else", () => {
    expect(file.entries[0]!.draft).toMatchObject({ id: "muster-2031", paper: { year: "2031" } });
  });
});

describe("what a table may be", () => {
  const HEAD = "Comparison Number;Outcome Number;Subgroup Number;Name;Data Type;Events 1;Mean 1;SD 1;Total 1;Events 2;Mean 2;SD 2;Total 2";
  const outcome = "1;1;0;Pain;CON;;;;;;;;";

  it("has decimal commas where they are declared, and no points then", () => {
    const file = read(`${HEAD}\n${outcome}\n1;1;0;A;;;2,5;0,50;10;;3,1;0,7;11\n1;1;0;B;;;2.5;0,5;10;;3,1;0,7;11\n`, ",");
    expect(outcomes(file, "A")[0]).toMatchObject({ report: { mean: { value: "2.5" }, sd: { value: "0.50" } } });
    expect(file.refused).toMatchObject([{ title: "B", problems: [{ place: "line 4, mean of Experimental", problem: '"2.5"' }] }]);
  });

  it("has line ends within quotes", () => {
    const file = read(`${HEAD}\n1;1;0;"Pain\nat rest";CON;;;;;;;;\n1;1;0;A;;;2;1;10;;3;1;11\n`);
    expect(file.entries[0]).toMatchObject({ place: "line 4", draft: { outcomes: [{ name: "Pain at rest" }, {}] } });
  });

  it.each([
    ["an arm without its number", "1;1;0;A;;;2.5;0.5;;;3.1;0.7;11", "line 3, total of Experimental: empty"],
    ["a number of people that is none", "1;1;0;A;;;2.5;0.5;10.5;;3.1;0.7;11", "line 3, total of Experimental: 10.5"],
    ["words", "1;1;0;A;;;good;0.5;10;;3.1;0.7;11", 'line 3, mean of Experimental: "good"'],
    ["a formula", '1;1;0;A;;;"=1+1";0.5;10;;3.1;0.7;11', 'line 3, mean of Experimental: "=1+1"'],
    ["no name", "1;1;0;;;;2.5;0.5;10;;3.1;0.7;11", "line 3: no study"],
    [
      "another outcome than the one above",
      "1;2;0;A;;;2.5;0.5;10;;3.1;0.7;11",
      "line 3: no heading above it names the outcome and its data type",
    ],
  ])("refuses a row with %s", (_what, row, expected) => {
    const { refused, entries } = read(`${HEAD}\n${outcome}\n${row}\n`);
    expect(entries).toEqual([]);
    expect(refused.flatMap(({ problems }) => problems.map(({ place, problem }) => `${place}: ${problem}`))).toEqual([expected]);
  });

  it.each([
    ["a table of something else", "a,b\n1,2\n", "line 1", "no column"],
    ["a quote that never closes", `${HEAD}\n1;1;0;"Pain;CON;;;;;;;;\n`, "line ", "a quote is opened and never closed"],
    ["rows of another width", `${HEAD}\n1;1;0;Pain\n`, "line 2", "4 cells"],
    ["a column twice", `${HEAD};Name\n${outcome};x\n`, "line 1", "the column Name stands twice"],
    ["a header alone", `${HEAD}\n`, "file", "a header and no row"],
    ["more rows than a review has", `${HEAD}\n${`${outcome}\n`.repeat(200_002)}`, "file", "more than 200000 rows"],
  ])("is not %s", (_what, text, place, problem) => {
    const file = readRevman(text, { decimal: ".", library: libraryOf(catalog, "2026-11-21") });
    expect(file.ok ? "" : file.problems[0]!.place).toContain(place);
    expect(file.ok ? "" : file.problems[0]!.problem).toContain(problem);
  });

  it("may name its study as no object should be named", () => {
    expect(read(`${HEAD}\n${outcome}\n1;1;0;__proto__;;;2;1;10;;3;1;11\n`).entries[0]).toMatchObject({
      title: "__proto__",
      draft: { id: "proto" },
    });
  });
});
