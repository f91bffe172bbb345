import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SMALL } from "../small-knowledge.ts";
import { isOurs } from "./cache-folder.ts";
import { KnowledgeError } from "./knowledge-error.ts";
import { loadCatalog } from "./read-knowledge.ts";

let home: string;
let knowledge: string;
let cache: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "calcar-catalog-test-"));
  knowledge = join(home, "knowledge");
  cache = join(home, "cache");
  mkdirSync(cache, { mode: 0o700 });
  for (const [path, text] of Object.entries(SMALL)) put(path, text);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(knowledge, path)), { recursive: true });
  writeFileSync(join(knowledge, path), content);
}

function messagesOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof KnowledgeError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const load = () => loadCatalog(knowledge, { cache });

describe("a folder", () => {
  it("is taken with README.md and dot files lying in it", () => {
    put("README.md", "how to add");
    put("sources/.swp", "x");
    expect(load().sources.size).toBe(1);
  });

  it("that is missing is refused in one sentence", () => {
    expect(messagesOf(() => loadCatalog(join(home, "nowhere"), { cache }))).toEqual([
      "1 problem in the knowledge files:",
      "knowledge: is not a folder that can be read; expected the folder of the knowledge files",
    ]);
  });

  it("that is empty is refused, also inside another", () => {
    mkdirSync(join(knowledge, "studies", "baker-2021"));
    expect(messagesOf(load)).toEqual([
      "1 problem in the knowledge files:",
      "knowledge/studies/baker-2021: is an empty folder; expected knowledge files, or no folder",
    ]);
  });

  it("with a link in it is refused", () => {
    symlinkSync("/etc/hostname", join(knowledge, "sources", "link.yaml"));
    expect(messagesOf(load)[1]).toBe("knowledge/sources/link.yaml: is a link or a device; expected a plain file");
  });
});

describe("a file", () => {
  it("that is not UTF-8 is refused at the line where it stops being so", () => {
    put("sources/adams-2020.yaml", Buffer.concat([Buffer.from("id: adams-2020\ntitle: caf"), Buffer.from([0xe9]), Buffer.from("\n")]));
    expect(messagesOf(load)[1]).toBe("knowledge/sources/adams-2020.yaml:2: is not UTF-8; expected a text in UTF-8");
  });

  it("that begins with a byte order mark is refused", () => {
    put("sources/adams-2020.yaml", `\uFEFF${SMALL["sources/adams-2020.yaml"]}`);
    expect(messagesOf(load)[1]).toBe(
      "knowledge/sources/adams-2020.yaml:1: starts with a byte order mark; expected plain UTF-8 without one",
    );
  });

  it("of many megabytes is refused without being read", () => {
    put("sources/adams-2020.yaml", Buffer.alloc(4_000_001, "a"));
    expect(messagesOf(load)[1]).toBe(
      "knowledge/sources/adams-2020.yaml: has 4000001 bytes; expected at most 4000000: one concept in a file",
    );
  });

  it("with several faults is reported together with every other", () => {
    put("sources/adams-2020.yaml", "id: adams-2020\ntitel: A trial\nkind: primary\nstillValidOn: soon\n");
    put("answers/observe.yaml", "id: observe\n");
    expect(messagesOf(load)).toHaveLength(1 + 3 + 3);
  });
});

describe("a criterion past its review", () => {
  it("is refused when a day is given, with the line of that day", () => {
    expect(messagesOf(() => loadCatalog(knowledge, { cache, asOf: "2027-11-22" }))[1]).toBe(
      "knowledge/criteria/under-18/criterion.yaml:10: was due for review by 2027-11-21; expected a review no older than 2027-11-22, signed by a later date",
    );
  });

  it("is taken on the day itself, and when nobody asks", () => {
    expect(loadCatalog(knowledge, { cache, asOf: "2027-11-21" }).criteria).toHaveLength(1);
    expect(load().criteria).toHaveLength(1);
  });
});

describe("the cache", () => {
  const cached = () => readdirSync(cache).map((name) => join(cache, name));

  it("gives back the same catalog, frozen", () => {
    const cold = load();
    expect(cached()).toHaveLength(1);
    const warm = load();
    expect(warm).toEqual(cold);
    expect(Object.isFrozen(warm.studies.get("adams-2020")?.outcomes[0])).toBe(true);
  });

  it("is left aside when one byte of the knowledge differs", () => {
    load();
    put("answers/observe.yaml", SMALL["answers/observe.yaml"]!.replace("Watch.", "Wait."));
    expect(load().answers.get("observe")?.sentence.en).toBe("Wait.");
    expect(cached()).toHaveLength(2);
  });

  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ["cut short", (bytes) => bytes.subarray(0, bytes.length - 3)],
    ["changed inside", (bytes) => bytes.toString().replace('"events":3', '"events":1')],
    ["empty", () => ""],
    ["of other knowledge", (bytes) => bytes.toString().replace(/^calcar-catalog [0-9a-f]/, "calcar-catalog x")],
  ])("is ignored when it is %s", (_, damage) => {
    const cold = load();
    const [file] = cached();
    writeFileSync(file!, damage(readFileSync(file!)));
    expect(load()).toEqual(cold);
  });

  it("that cannot be written to costs time, never an error", () => {
    expect(loadCatalog(knowledge, { cache: join(home, "nowhere", "at", "all") }).sources.size).toBe(1);
    expect(loadCatalog(knowledge, { cache: false }).sources.size).toBe(1);
  });

  it("keeps a few catalogs and leaves what is not its own alone", () => {
    writeFileSync(join(cache, "another-room.tar"), "x");
    for (let i = 0; i < 9; i++) {
      put("answers/observe.yaml", SMALL["answers/observe.yaml"]!.replace("Watch.", `Watch ${i}.`));
      load();
    }
    expect(cached().filter((path) => path.endsWith(".json"))).toHaveLength(6);
    expect(readFileSync(join(cache, "another-room.tar"), "utf8")).toBe("x");
  });

  it("never lies in a folder that others may write to, or that is a link", () => {
    expect(isOurs(cache)).toBe(true);
    symlinkSync(cache, join(home, "link"));
    expect(isOurs(join(home, "link"))).toBe(false);
    chmodSync(cache, 0o777);
    expect(isOurs(cache)).toBe(false);
  });
});
