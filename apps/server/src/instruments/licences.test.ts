import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog } from "@calcar/catalog/testing";
import { itemsOf } from "@calcar/instruments";
import { afterAll, beforeEach, expect, it } from "vitest";
import { NO_LICENCES, readLicences } from "./licences.ts";

const folders: string[] = [];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "calcar-licences-"));
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

const ohs = catalog.instruments.get("ohs")!;
const put = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const statement = { instrument: "ohs", version: ohs.version, who: "Ana Ruiz", on: "2026-01-15", reference: "letter 12" };
const wording = {
  schema: "calcar-wording/1",
  instrument: "ohs",
  version: ohs.version,
  languages: { en: { items: itemsOf(ohs).map(({ code }) => ({ code, text: `Made-up wording of ${code}` })) } },
};

it("has nothing where nothing is configured", () => {
  expect(readLicences(catalog, { statements: undefined, wordings: undefined })).toEqual(NO_LICENCES);
});

it("reads statements and wordings", () => {
  const statements = put("statements.txt", [statement]);
  put("ohs.json", wording);
  const read = readLicences(catalog, { statements, wordings: folder });
  expect(read).toMatchObject({ statements: [statement] });
  expect("wordings" in read && [...read.wordings.keys()]).toEqual(["ohs"]);
});

it("names every problem with its file", () => {
  const statements = put("statements.txt", [{ ...statement, version: "1", on: "soon" }]);
  put("ohs.json", { ...wording, languages: { en: { items: wording.languages.en.items.slice(1) } } });
  put("nobody.json", wording);
  const read = readLicences(catalog, { statements, wordings: folder });
  const said = "sentence" in read ? read.sentence : "";
  for (const part of ["statements.txt: [0].version", "statements.txt: [0].on", "ohs.json: languages.en.items", "nobody.json"])
    expect(said).toContain(part);
});

it("says of a file or folder that is not there that it cannot be read", () => {
  expect(readLicences(catalog, { statements: join(folder, "none"), wordings: join(folder, "nowhere") })).toMatchObject({
    sentence: expect.stringMatching(/none: cannot be read \(ENOENT\)[\s\S]*nowhere: cannot be read/),
  });
});
