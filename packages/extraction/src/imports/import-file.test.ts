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
      knowledgeFiles({ ...entry, source: { ...entry.source!, id: `${entry.source!.id}-x${entries.indexOf(entry)}` } }),
    );
    const parsed = parseCatalog(files);
    expect(parsed.ok ? [...parsed.catalog.sources.values()].map(({ title }) => title).sort() : parsed.problems).toEqual(
      entries.map(({ title }) => title).sort(),
    );
  });

  it("become a trial of the catalog when a person has filled in what is open", () => {
    const [entry] = read(example("clinicaltrials.json")).entries;
    const [source, trial, draft] = knowledgeFiles(entry!);
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
          for (const entry of file.value.entries) expect(knowledgeFiles(entry)).toHaveLength(1);
        },
      ),
    );
  });
});

it("reads a file of ten thousand records in a moment", () => {
  const record = (i: number) =>
    `TY  - JOUR\nAU  - Name${i}, A\nPY  - 2031\nTI  - An invented title with the number ${i}\nDO  - 10.5555/n.${i}\nER  - \n`;
  const file = read(bytes(Array.from({ length: 10_000 }, (_, i) => record(i)).join("")));
  expect(file.entries).toHaveLength(10_000);
}, 10_000);
