import { parseCatalog } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ImportOptions, importFile } from "./import-file.ts";
import { knowledgeFiles } from "./knowledge-files.ts";
import { libraryOf } from "./library.ts";
import { example, exampleText } from "./testing.ts";

const library = () => libraryOf(catalog, "2026-11-21");
const read = (bytes: Uint8Array, options: Partial<ImportOptions> = {}) => {
  const file = importFile(bytes, { library: library(), ...options });
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.value;
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const filesOf = (entry: Parameters<typeof knowledgeFiles>[0]) => {
  const made = knowledgeFiles(entry);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
};
const MAPPING = exampleText("redcap-mapping.yaml");

describe("the format of a file", () => {
  it.each([
    ["library.ris", "ris", 7, 3],
    ["library.bib", "bibtex", 4, 3],
    ["pubmed.xml", "pubmed", 3, 2],
    ["clinicaltrials.json", "clinicaltrials", 4, 2],
    ["revman-5.csv", "revman", 5, 2],
    ["revman-web-data-rows.csv", "revman", 5, 2],
  ])("is told by what it holds: %s", (name, format, found, entries) => {
    const file = read(example(name));
    expect([file.format, file.found, file.entries.length]).toEqual([format, found, entries]);
  });

  it("is REDCap where a mapping says so", () => {
    expect(read(example("redcap.csv"), { mapping: MAPPING })).toMatchObject({ format: "redcap", found: 4 });
  });

  it.each([
    ["a page", "<html></html>", "none of the formats"],
    ["a table without a mapping", "a,b\n1,2\n", "none of the formats"],
    ["a letter", "Dear colleague", "none of the formats"],
  ])("is not that of %s", (_what, text, problem) => {
    const file = importFile(bytes(text), { library: library() });
    expect(file.ok ? "" : file.problems[0]!.problem).toContain(problem);
  });

  it("has a mapping only where it is REDCap, and REDCap has one", () => {
    expect(importFile(example("library.ris"), { library: library(), mapping: MAPPING }).ok).toBe(false);
    expect(importFile(example("redcap.csv"), { library: library(), as: "redcap" }).ok).toBe(false);
  });
});

describe("documents that are known", () => {
  it("are named with where they are, on file or in the import, and never written twice", () => {
    const file = read(example("library.ris"));
    expect(file.refused.map(({ problems }) => problems[0]!.problem)).toEqual([
      "same DOI 10.5555/inv.2031.45 as muster-beispiel-2031 (line 1)",
      "same DOI 10.1186/s13287-021-02631-z as sources/chen21",
      "no title",
      "no ER line ends the record",
    ]);
  });

  it("are found again in the next file of the same import", () => {
    const shared = library();
    read(example("library.ris"), { library: shared });
    const second = read(example("library.ris"), { library: shared });
    expect(second.entries.map(({ source }) => source?.id)).toEqual(["doe-undatedb"]);
    expect(second.refused).toHaveLength(6);
  });

  it("keep every id of the catalog: not one proposed id is on file", () => {
    const taken = new Set([...catalog.sources.keys(), ...catalog.studies.keys()]);
    const all = [...catalog.sources.values()].map(
      ({ title, authors = "X Y", year }) =>
        `TY  - JOUR\nAU  - ${authors.split(/[ ,]/)[0]}, A\nTI  - Other: ${title}\n${year === undefined ? "" : `PY  - ${year}\n`}ER  - \n`,
    );
    const ids = read(bytes(all.join(""))).entries.map(({ source }) => source!.id);
    expect(ids.filter((id) => taken.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(300);
  });
});

describe("the files of an import", () => {
  it("are read by the catalog's own parser as sources", () => {
    const entries = ["library.ris", "library.bib", "pubmed.xml"].flatMap((name) => read(example(name)).entries);
    const files = entries.flatMap((entry) =>
      filesOf({ ...entry, source: { ...entry.source!, id: `${entry.source!.id}-x${entries.indexOf(entry)}` } }),
    );
    const parsed = parseCatalog(files);
    expect(parsed.ok ? [...parsed.catalog.sources.values()].map(({ title }) => title).sort() : parsed.problems).toEqual(
      entries.map(({ title }) => title).sort(),
    );
  });

  it("become a trial of the catalog when a person has filled in what is open", () => {
    const [entry] = read(example("clinicaltrials.json")).entries;
    const [source, trial, draft] = entry!.files;
    expect([source, trial, draft].map((file) => file?.path)).toEqual([
      "sources/nct99999901.yaml",
      "trials/nct99999901.yaml",
      "drafts/nct99999901.yaml",
    ]);
    expect(trial!.text).toContain("# - joint: the register's conditions: Osteonecrosis of Femoral Head; expected hip, knee, mixed, none");
    const open = parseCatalog([source!, trial!]);
    expect(open.ok ? [] : open.problems.map(({ problem }) => problem)).toEqual([
      "joint is missing",
      "disease is missing",
      "role is missing",
      "routeClass is missing",
      "grounds is missing",
    ]);
    const text = `${trial!.text}joint: hip\ndisease: onfh\nrole: cell\nrouteClass: intra-osseous\ngrounds:\n  - { source: nct99999901, verified: source-text }\n`;
    const filled = parseCatalog([source!, { path: trial!.path, text }]);
    expect(filled.ok && filled.catalog.trials.get("nct99999901")).toMatchObject({ joint: "hip", status: "completed" });
  });

  it("hold every text as it was, whatever a file says", () => {
    const titles = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).map((text) => text.replaceAll(/\s+/g, " ").trim());
    fc.assert(
      fc.property(
        titles,
        fc.constantFrom("=cmd()", "&anchor", "# no comment", "- dash", "yes", "1e5", "'quote'", "{ a: b }", "\u2028"),
        (title, hostile) => {
          const file = importFile(bytes(`TY  - JOUR\nTI  - x ${title}\nJF  - ${hostile}\nER  - \n`), { library: library() });
          if (!file.ok) return;
          for (const entry of file.value.entries) expect(entry.files).toHaveLength(1);
        },
      ),
    );
  });
});

describe("sizes", () => {
  const record = (i: number) =>
    `TY  - JOUR\nAU  - Name${i}, A\nPY  - 2031\nTI  - An invented title with the number ${i}\nDO  - 10.5555/n.${i}\nER  - \n`;

  it("of ten thousand papers by one author in one year are named in a moment", () => {
    const papers = Array.from({ length: 10_000 }, (_, i) => record(i).replace(`Name${i}`, "Name"));
    expect(read(bytes(papers.join(""))).entries.at(-1)!.source!.id).toBe("name-2031-9975");
  }, 15_000);

  it("of ten thousand records are read in a moment", () => {
    expect(read(bytes(Array.from({ length: 10_000 }, (_, i) => record(i)).join(""))).entries).toHaveLength(10_000);
  }, 15_000);

  it.each([
    ["a title of a million characters", `TY  - JOUR\nTI  - ${"x".repeat(1_000_000)}\nER  - \n`, "a title of 1000000 characters"],
    ["a hundred thousand braces that never close", "@article{a, title = {".repeat(100_000), "what follows is not read"],
  ])("of %s are refused soon", (_what, text, problem) => {
    const refused = read(bytes(text)).refused.flatMap(({ problems }) => problems.map((one) => one.problem));
    expect(refused.some((one) => one.includes(problem))).toBe(true);
  });

  it("of a list of authors without end are cut, and said", () => {
    const [entry] = read(bytes(`TY  - JOUR\n${"AU  - Doe, J\n".repeat(3000)}PY  - 2031\nTI  - An invented title\nER  - \n`)).entries;
    expect(entry!.source!.authors!.endsWith("Doe J, et al.")).toBe(true);
    expect(entry!.open).toMatchObject([{ place: "authors", problem: "3000: the first 100 are written" }]);
  });

  it("of a table of a million rows are refused", () => {
    const head = "Comparison Number,Outcome Number,Subgroup Number,Name,Data Type,Total 1,Total 2\n";
    const file = importFile(bytes(head + "1,1,0,A,,1,2\n".repeat(1_000_000)), { library: library() });
    expect(file).toMatchObject({ ok: false, problems: [{ problem: "more than 200000 rows" }] });
  });

  it("of a study that no file could hold are refused with it, every row counted", () => {
    const head =
      "Comparison Number,Outcome Number,Subgroup Number,Name,Data Type,Events 1,Total 1,Events 2,Total 2\n1,1,0,Collapse,DIC,,,,\n";
    const file = read(bytes([head, "1,1,0,A,,1,10,2,10\n".repeat(2_000), "1,1,0,B,,1,10,2,10\n"].join("")));
    expect([file.found, file.taken, file.refused.length]).toEqual([2001, 1, 2000]);
    expect(file.refused[0]!.problems[0]!.problem).toContain("expected array to have <=1000 items");
  });
});
