import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { libraryOf } from "../library.ts";
import { exampleText } from "../testing.ts";
import { readRedcap } from "./read-redcap.ts";

const MAPPING = exampleText("redcap-mapping.yaml");
const tried = (text: string, mapping = MAPPING) => readRedcap(text, { mapping, library: libraryOf(catalog, "2026-11-21") });
const read = (text: string, mapping = MAPPING) => {
  const file = tried(text, mapping);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.value;
};
const SMALL = "study: id\nfigures: { patients: n }\n";

describe("a REDCap export", () => {
  const file = read(exampleText("redcap.csv"));
  const figure = (value: string, at: string) => ({ value, how: "printed", at });

  it("becomes a study from all rows of a record, as the mapping says", () => {
    expect(file.entries[0]).toMatchObject({
      place: "line 2",
      title: "Invented cells, an invented title",
      draft: {
        id: "muster-2031",
        paper: { title: "Invented cells, an invented title", year: "2031", doi: "10.5555/inv.2031.45" },
        designClass: "randomised",
        joint: "hip",
        patients: figure("44", "Table 2, p. 5"),
        arms: [
          { name: "Cells", product: { cells: "invented concentrate" }, hips: figure("27", "Table 2, p. 5") },
          { name: "Decompression", hips: figure("25", "Table 2, p. 5") },
        ],
        outcomes: [
          {
            type: "events",
            name: "collapse",
            event: "collapse",
            arm: "Cells",
            months: "24",
            report: { as: "count", events: figure("4", "Table 2, p. 5"), total: figure("27", "Table 2, p. 5") },
          },
          { type: "events", arm: "Decompression", report: { events: { value: "7" }, total: { value: "25" } } },
          {
            type: "value",
            name: "Harris Hip Score",
            arm: "Cells",
            months: "12",
            report: {
              as: "mean-sd",
              mean: figure("84.20", "Table 3, p. 6"),
              sd: figure("9.1", "Table 3, p. 6"),
              n: figure("27", "Table 3, p. 6"),
            },
          },
          { type: "value", arm: "Decompression", report: { mean: { value: "79.5" } } },
        ],
      },
    });
  });

  it("has no outcome where the codes for nothing stated stand", () => {
    const study = file.entries.find(({ draft }) => draft?.id === "doe-2030");
    expect(study?.draft?.outcomes).toMatchObject([{ arm: "Cells", report: { events: { value: "2" } } }]);
  });

  it("refuses a study with a cell that is not what the mapping says, every such cell at once", () => {
    expect(file).toMatchObject({ found: 4, unit: "studies" });
    expect(file.refused.map(({ title, problems }) => [title, problems.map(({ place, problem }) => `${place}: ${problem}`)])).toEqual([
      ["3", ['line 7, design: the code "7"', 'line 7, coll_cells_x: "1,5"']],
    ]);
  });
});

describe("a mapping", () => {
  it("may declare decimal commas", () => {
    const file = read("id;n\na;2,5\n", `${SMALL}decimal: ","\n`);
    expect(file.entries[0]?.draft?.patients?.value).toBe("2.5");
  });

  it("takes no two values for one of a study", () => {
    const { refused } = read("id,n\na,2\na,3\na,\n", SMALL);
    expect(refused).toMatchObject([{ title: "a", problems: [{ place: "line 2, n", problem: '"2" and, on line 3, "3"' }] }]);
  });

  it("names a row without a study", () => {
    expect(read("id,n\n,2\nb,3\n", SMALL)).toMatchObject({ found: 2, refused: [{ place: "line 2" }], entries: [{ title: "b" }] });
  });

  it.each([
    ["a column that is not there", `${SMALL.replace("patients: n", "patients: m")}`, "line 1: no column m"],
    ["an unknown key", `${SMALL}colour: n\n`, "mapping:3: unknown key colour"],
    ["no YAML", "study: [", "mapping:1: is not readable YAML"],
    ["nothing", "", "mapping:1: is empty"],
    ["an alias that unfolds", "study: &a id\nid: *a\n", "mapping:1: uses the anchor &a"],
    ["a report of no kind", "study: id\noutcomes:\n  - { type: value, name: n, report: { mean: n } }\n", "mapping:3: outcomes[0].report"],
  ])("is refused with %s", (_what, mapping, expected) => {
    const file = tried("id,n\na,1\n", mapping);
    expect(file.ok ? "" : `${file.problems[0]!.place}: ${file.problems[0]!.problem}`).toContain(expected);
  });

  it("is told where it puts what does not belong", () => {
    const outcome = "outcomes:\n  - { type: value, name: { text: x }, report: { as: mean-sd, mean: n, sdd: n } }\n";
    expect(read("id,n\na,1\n", `study: id\n${outcome}`).refused[0]!.problems[0]!.place).toBe("line 2, outcomes.0.report");
  });

  it("reads codes named as no object should be", () => {
    const codes = "study: id\ncodes: { joint: { column: n, values: { '1': hip } } }\n";
    expect(read("id,n\na,constructor\n", codes).refused[0]!.problems[0]!.problem).toBe('the code "constructor"');
    expect(read("id,n\n__proto__,1\n", codes).entries[0]!.draft).toMatchObject({ id: "proto", joint: "hip" });
  });
});
