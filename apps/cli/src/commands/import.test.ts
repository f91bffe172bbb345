import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createFolder } from "../new-folder.ts";
import { calcar } from "../testing.ts";

const EXAMPLES = "examples/imports";

describe("calcar import", () => {
  it("says what a file is, how many of its records were taken, and why the others were not", async () => {
    const { status, out, written } = await calcar(["import", `${EXAMPLES}/library.ris`]);
    expect(status).toBe(1);
    expect(out).toContain("examples/imports/library.ris: RIS, 3 of 7 records taken, 4 refused.");
    expect(out).toContain("line 34: same DOI 10.5555/inv.2031.45 as muster-beispiel-2031 (line 1)");
    expect(out).toContain("3 files would be written: -o FOLDER writes them.");
    expect(written.size).toBe(0);
  });

  it("writes sources, trials and drafts below a folder", async () => {
    const { status, out, written } = await calcar([
      "import",
      `${EXAMPLES}/clinicaltrials.json`,
      `${EXAMPLES}/pubmed.xml`,
      "-o",
      "new-folder",
    ]);
    expect(status).toBe(1);
    expect([...written.keys()].sort()).toEqual([
      "new-folder/drafts/nct99999901.yaml",
      "new-folder/sources/doe-undated.yaml",
      "new-folder/sources/muster-beispiel-2031.yaml",
      "new-folder/sources/nct99999901.yaml",
      "new-folder/sources/nct99999902.yaml",
      "new-folder/trials/nct99999901.yaml",
      "new-folder/trials/nct99999902.yaml",
    ]);
    expect(out).toContain("draft nct99999901 (2 arms, 15 outcome numbers)");
    expect(out).toContain("ClinicalTrials.gov JSON, 2 of 4 trials taken, 2 refused.");
    expect(out).toContain("the list goes on: 5 of 9 trials are not in this file");
    expect(out).toContain("PubMed marks this article as RETRACTED");
    expect(out).toContain("7 files written to new-folder.");
  });

  it("finds in one file what another has brought", async () => {
    const { out } = await calcar(["import", `${EXAMPLES}/library.ris`, `${EXAMPLES}/pubmed.xml`]);
    expect(out).toContain("PubMed XML, 1 of 3 records taken, 2 refused.");
    expect(out).toContain("same DOI 10.5555/inv.2031.45 as muster-beispiel-2031 (line 1)");
  });

  it("reads tables of studies, with a mapping and with decimal commas", async () => {
    const redcap = await calcar(["import", `${EXAMPLES}/redcap.csv`, "--mapping", `${EXAMPLES}/redcap-mapping.yaml`]);
    expect(redcap.out).toContain("REDCap CSV, 3 of 4 studies taken, 1 refused.");
    const revman = await calcar(["import", `${EXAMPLES}/revman-5.csv`]);
    expect(revman.out).toContain("RevMan CSV, 3 of 5 rows taken, of 2 studies, 2 refused.");
    expect((await calcar(["import", `${EXAMPLES}/revman-5.csv`, "--decimal-comma"])).out).toContain("as declared");
  });

  it("speaks JSON to programs", async () => {
    const { out } = await calcar(["import", `${EXAMPLES}/library.bib`, "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      schema: "calcar-import/1",
      imported: [
        {
          name: `${EXAMPLES}/library.bib`,
          format: "bibtex",
          unit: "records",
          found: 4,
          taken: 3,
          entries: [{ source: { year: 2031 }, files: ["sources/muster-beispiel-2031.yaml"] }, {}, {}],
        },
      ],
      files: [{ path: "sources/muster-beispiel-2031.yaml" }, {}, {}],
      knowledge: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it("exits 0 when every record was taken", async () => {
    const { status, out } = await calcar(["import", "-"], "TY  - JOUR\nAU  - Doe, J\nPY  - 2031\nTI  - An invented title\nER  - \n");
    expect([status, out.split("\n")[0]]).toEqual([0, "standard input: RIS, 1 of 1 records taken, 0 refused."]);
  });

  it("writes nothing at all when one file cannot be used", async () => {
    const { status, out, err, written } = await calcar(["import", `${EXAMPLES}/library.ris`, "examples/README.md", "-o", "new-folder"]);
    expect([status, out, written.size]).toEqual([2, "", 0]);
    expect(err).toContain("examples/README.md: file: none of the formats that are read; expected RIS, BibTeX");
  });

  it.each<[string, string[], string]>([
    ["no file", ["import"], "import takes at least one FILE"],
    ["an unknown format", ["import", "-", "--as", "word"], "--as word: unknown; expected ris, bibtex"],
    ["an unknown encoding", ["import", "-", "--encoding", "ebcdic"], "--encoding ebcdic: unknown; expected utf-8"],
    ["a folder that is there", ["import", `${EXAMPLES}/library.ris`, "-o", "examples"], "examples: exists already; expected a new folder"],
    ["a file in its place", ["import", `${EXAMPLES}/library.ris`, "-o", "LICENSE"], "LICENSE: exists already; expected a new folder"],
    ["REDCap without a mapping", ["import", `${EXAMPLES}/redcap.csv`, "--as", "redcap"], "no mapping; expected a mapping"],
  ])("refuses %s with exit 2", async (_what, argv, expected) => {
    const { status, out, err } = await calcar(argv, "TY  - JOUR\n");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(expected);
  });

  it("never lets a title steer the terminal", async () => {
    const { out } = await calcar(["import", "-"], "TY  - JOUR\nTI  - An invented title \u202e with a turn\nER  - \n");
    expect(out).not.toContain("\u202e");
  });

  it("shows an example of each kind in its help", async () => {
    const { status, out } = await calcar(["import", "--help"]);
    expect(status).toBe(0);
    for (const word of ["RIS", "BibTeX", "PubMed", "ClinicalTrials.gov", "RevMan", "REDCap"]) expect(out).toContain(word);
  });
});

describe("a new folder", () => {
  const within = mkdtempSync(join(tmpdir(), "calcar-folder-"));
  afterEach(() => rmSync(within, { recursive: true, force: true }));

  it("is there whole, also where an empty one stood", () => {
    mkdirSync(join(within, "made"), { recursive: true });
    createFolder(join(within, "made"), [{ path: "sources/a.yaml", text: "id: a\n" }]);
    expect(readFileSync(join(within, "made", "sources", "a.yaml"), "utf8")).toBe("id: a\n");
    expect(readdirSync(within)).toEqual(["made"]);
  });

  it("is not there at all when one of its files cannot be written", () => {
    mkdirSync(within, { recursive: true });
    const files = [
      { path: "a", text: "x" },
      { path: "a/b", text: "y" },
    ];
    expect(() => createFolder(join(within, "made"), files)).toThrow("cannot be written");
    expect(existsSync(join(within, "made"))).toBe(false);
    expect(readdirSync(within)).toEqual([]);
  });

  it("is never written over", () => {
    mkdirSync(within, { recursive: true });
    writeFileSync(join(within, "kept"), "mine");
    for (const path of [within, join(within, "kept")]) expect(() => createFolder(path, [])).toThrow("exists already");
    expect(readFileSync(join(within, "kept"), "utf8")).toBe("mine");
  });
});
