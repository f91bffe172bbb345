import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalog } from "@calcar/catalog/testing";
import { ExtractionImport, OpenedDraft } from "@calcar/contract";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

const example = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../../../../examples/${name}`, import.meta.url)));

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer({ db: await emptyDb(), catalog });
  cookie = await server.signInFirst();
});
const post = async (url: string, json: unknown) => {
  const response = await server.send("POST", url, { cookie, json });
  return { status: response.statusCode, body: response.json() };
};
const importing = (bytes: Uint8Array, more: object = {}) =>
  post("/api/extraction/import", { bytes: Buffer.from(bytes).toString("base64"), ...more });

describe("a file of another program", () => {
  // Counted by hand in examples/imports.
  it.each([
    ["library.ris", "RIS", [7, 3, 1, 3]],
    ["clinicaltrials.json", "ClinicalTrials.gov JSON", [4, 2, 0, 2]],
    ["revman-5.csv", "RevMan CSV", [5, 3, 0, 2]],
  ])("%s comes back with what was found, taken, on file and made", async (name, formatName, counts) => {
    const { status, body } = await importing(example(`imports/${name}`));
    expect(status).toBe(200);
    const read = ExtractionImport.parse(body);
    expect([read.formatName, [read.found, read.taken, read.onFile, read.made]]).toEqual([formatName, counts]);
    expect(read.entries.every(({ draft }) => draft !== null)).toBe(true);
  });

  it("names the record that is on file, by where it is", async () => {
    const { body } = await importing(example("imports/library.ris"));
    expect(body.refused).toContainEqual(expect.objectContaining({ place: "line 41", onFile: "sources/chen21" }));
    expect(body.refused.filter(({ onFile }: { onFile?: string }) => onFile !== undefined)).toHaveLength(1);
  });

  it("gives the draft of a study with its numbers, and what stays open", async () => {
    const { body } = await importing(example("imports/redcap.csv"), { mapping: example("imports/redcap-mapping.yaml").toString() });
    const [first] = ExtractionImport.parse(body).entries;
    expect(first?.draft?.outcomes?.length).toBeGreaterThan(0);
    expect(JSON.stringify(first?.draft)).not.toContain('"verified"');
  });

  it("is refused where it is none that is read, is not base64, or is sent with an unknown wish", async () => {
    expect(await importing(Buffer.from("no records here"))).toMatchObject({ status: 422, body: { problems: [{ place: "file" }] } });
    expect(await post("/api/extraction/import", { bytes: "%%%" })).toMatchObject({
      status: 422,
      body: { problems: [{ place: "body.bytes" }] },
    });
    expect((await importing(example("imports/library.ris"), { as: "endnote" })).status).toBe(422);
    expect((await importing(example("imports/library.ris"), { mapping: "a: b" })).status).toBe(422);
  });

  it("is refused without a session, and above three million bytes", async () => {
    const json = { bytes: example("imports/library.ris").toString("base64") };
    expect((await server.send("POST", "/api/extraction/import", { json })).statusCode).toBe(401);
    expect((await importing(Buffer.alloc(3_100_000, 65))).status).toBe(413);
  });

  it("of many records lists the first two hundred and counts all", async () => {
    const record = (i: number) => `TY  - JOUR\nTI  - Invented record ${i} of a long list\nPY  - 2031\nDO  - 10.5555/many.${i}\nER  - \n`;
    const { body } = await importing(Buffer.from(Array.from({ length: 230 }, (_, i) => record(i)).join("\n")));
    expect([body.found, body.taken, body.made, body.entries.length]).toEqual([230, 230, 230, 200]);
  });
});

describe("a draft that somebody saved", () => {
  it("is opened from YAML and from JSON", async () => {
    const yaml = await post("/api/extraction/open", { text: example("study-draft.yaml").toString() });
    const { draft } = OpenedDraft.parse(yaml.body);
    expect(draft.id).toBe("example-2026");
    expect((await post("/api/extraction/open", { text: JSON.stringify(draft) })).body).toEqual({ draft });
  });

  it.each([
    ["an unknown field", "success: 3"],
    ["broken YAML", "id: [1"],
    ["nothing", ""],
    ["an anchor", "id: &a x\ntrialFamily: *a"],
  ])("is refused with %s", async (_what, text) => {
    const { status, body } = await post("/api/extraction/open", { text });
    expect(status).toBe(422);
    expect(body.problems.length).toBeGreaterThan(0);
  });
});

it("waits with a person who sends file after file", async () => {
  const hasty = await testServer({ db: await emptyDb(), catalog });
  const hers = await hasty.signInFirst();
  const statuses: number[] = [];
  for (let sent = 0; sent < 31; sent += 1)
    statuses.push((await hasty.send("POST", "/api/extraction/import", { cookie: hers, json: { bytes: "" } })).statusCode);
  expect([new Set(statuses.slice(0, 30)), statuses[30]]).toEqual([new Set([422]), 429]);
}, 60_000);
