import { describe, expect, it } from "vitest";
import { migrationOf, readMigrations } from "./migration-files.ts";
import { planMigrations } from "./migration-plan.ts";

const one = migrationOf("0001-record.sql", "create table a ();\n");
const two = migrationOf("0002-auth.sql", "create table b ();\n");
const three = migrationOf("0003-more.sql", "create table c ();\n");
const known = [one, two, three];

describe("a migration file", () => {
  it("has a number, a name and the checksum that sha256sum gives", () => {
    // printf 'create table a ();\n' | sha256sum
    expect(one).toMatchObject({
      number: 1,
      name: "0001-record",
      checksum: "0da5e58d9b90392b520cf69917d7c9db95c2141c2f1761342fdfadc499455ee4",
    });
  });

  it("is the same with the line ends of Windows", () => {
    expect(migrationOf("0001-record.sql", "create table a ();\r\n")).toEqual(one);
  });

  it.each(["1-record.sql", "0001-Record.sql", "0001.sql", "0001-record.txt", "notes.md", "0001-record.sql.bak"])(
    "is not called %s",
    (file) => expect(() => migrationOf(file, "")).toThrow("NNNN-name.sql"),
  );
});

describe("the migrations of the project", () => {
  it("are numbered without a gap from 1", () => {
    const numbers = readMigrations().map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it("use nothing that PostgreSQL 15 lacks", () => {
    for (const { sql } of readMigrations()) expect(sql).not.toMatch(/uuidv7|\bvirtual\b|without overlaps|json_table|merge_action/i);
  });
});

describe("what is still to apply", () => {
  it.each([
    ["everything", [], known],
    ["what comes after the last one applied", [one, two], [three]],
    ["nothing", known, []],
  ])("is %s", (_title, applied, value) => expect(planMigrations(known, applied)).toEqual({ ok: true, value }));

  it.each([
    [
      "migration-missing",
      [one, { number: 9, name: "0009-newer", checksum: "x" }],
      "0009-newer, which this version of Calcar does not have",
    ],
    ["migration-missing", [{ ...one, name: "0001-other" }], "0001-other, which this version"],
    ["migration-edited", [one, { ...two, checksum: "x" }], "0002-auth was edited after"],
    ["migration-out-of-order", [one, three], "0002-auth comes before one"],
  ])("is refused as %s", (code, applied, sentence) => {
    expect(planMigrations(known, applied)).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", code, sentence: expect.stringContaining(sentence) },
    });
  });
});
