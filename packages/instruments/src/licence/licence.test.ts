import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { itemsOf } from "../definition/items-of.ts";
import { type LicenceStatement, licenceGate } from "./gate.ts";
import { readLicenceStatements } from "./read-statements.ts";
import { readWording } from "./read-wording.ts";

const jr = catalog.instruments.get("hoos-jr")!;
const TODAY = "2026-11-21";
const SIGNED: LicenceStatement = {
  instrument: "hoos-jr",
  version: "2016",
  who: "Ana Ruiz",
  on: "2026-11-20",
  reference: "permission of 3 May",
};

describe("the licence gate", () => {
  it("is closed for every instrument of the catalog", () => {
    expect([...catalog.instruments.values()].filter((each) => licenceGate(each, [], TODAY).open)).toEqual([]);
  });
  it("opens by a signed statement for this very version, and shows it with the attribution", () => {
    expect(licenceGate(jr, [SIGNED], TODAY)).toEqual({
      open: true,
      why: "signed",
      statement: SIGNED,
      attribution: "HOOS, JR. (c) Hospital for Special Surgery",
    });
  });
  it.each<[string, LicenceStatement, string]>([
    ["another instrument", { ...SIGNED, instrument: "hoos" }, "no-statement"],
    ["another version", { ...SIGNED, version: "2015" }, "statement-of-another-version"],
    ["a later day", { ...SIGNED, on: "2026-11-22" }, "statement-of-a-later-day"],
  ])("stays closed by a statement of %s", (_, statement, why) =>
    expect(licenceGate(jr, [statement], TODAY)).toMatchObject({ open: false, why, statement: undefined }),
  );
  it("opens on the day of the signature", () => expect(licenceGate(jr, [SIGNED], SIGNED.on).open).toBe(true));
  it("goes by the latest of several", () => {
    expect(licenceGate(jr, [{ ...SIGNED, on: "2025-01-01", who: "Old" }, SIGNED], TODAY).statement?.who).toBe("Ana Ruiz");
  });
});

describe("licence statements", () => {
  const problems = (value: unknown) => {
    const read = readLicenceStatements(catalog.instruments, JSON.stringify(value));
    return read.ok ? [] : read.problems.map(({ place, problem, expected }) => `${place}: ${problem}; expected ${expected}`);
  };
  it("are read", () => expect(readLicenceStatements(catalog.instruments, JSON.stringify([SIGNED]))).toEqual({ ok: true, value: [SIGNED] }));
  it.each<[string, unknown, string]>([
    ["no list", {}, "licences: is no list"],
    ["nobody who signed", [{ ...SIGNED, who: "" }], "[0].who: is missing; expected a text"],
    ["an unknown instrument", [{ ...SIGNED, instrument: "koos" }], "[0].instrument: unknown instrument koos"],
    ["another version", [{ ...SIGNED, version: "2015" }], "[0].version: 2015; expected 2016"],
    ["a day that does not exist", [{ ...SIGNED, on: "2026-02-30" }], "[0].on: 2026-02-30"],
    ["a field nobody knows", [{ ...SIGNED, until: "2030-01-01" }], "[0].until: unknown field"],
  ])("name %s", (_, value, expected) => expect(problems(value).join("\n")).toContain(expected));
});

describe("licensed wording", () => {
  const items = itemsOf(jr).map(({ code }, i) => ({ code, text: `Text ${i + 1}` }));
  const options = [0, 1, 2, 3, 4].map((value) => ({ value, text: `Answer ${value}` }));
  const file = (change: object = {}, language: object = {}) =>
    JSON.stringify({
      schema: "calcar-wording/1",
      instrument: "hoos-jr",
      version: "2016",
      languages: { en: { items, options, ...language } },
      ...change,
    });
  const problems = (text: string, needed?: string[]) => {
    const read = readWording(jr, text, needed);
    return read.ok ? [] : read.problems.map(({ place, problem, expected }) => `${place}: ${problem}; expected ${expected}`);
  };

  it("is read when it agrees with the definition", () => {
    const read = readWording(jr, file(), ["en"]);
    expect(read.ok && read.value.languages.en?.items.map(({ text }) => text)).toEqual(items.map(({ text }) => text));
  });

  it.each<[string, string, string]>([
    ["a wrong number of items", file({}, { items: items.slice(1) }), "languages.en.items: 5 items; expected 6 items"],
    [
      "another order",
      file({}, { items: items.toReversed() }),
      "languages.en.items[0]: item a14 in place 1; expected item p5, in the order of the definition",
    ],
    [
      "an unknown code",
      file({}, { items: items.with(2, { code: "a99", text: "x" }) }),
      'languages.en.items[2]: unknown item "a99"; expected item a3',
    ],
    ["a code in another case", file({}, { items: items.with(0, { code: "P5", text: "x" }) }), 'unknown item "P5"; expected item p5'],
    ["an empty text", file({}, { items: items.with(0, { code: "p5", text: " " }) }), "languages.en.items[0].text: is empty"],
    [
      "answers that are not all worded",
      file({}, { options: options.slice(1) }),
      "4 worded answers for p5; expected one for each of 0, 1, 2, 3, 4",
    ],
    ["no language", file({ languages: {} }), "languages.any language: is missing"],
    ["another instrument", file({ instrument: "hoos" }), 'instrument: "hoos"; expected "hoos-jr"'],
    ["another version", file({ version: "2015" }), 'version: "2015"; expected "2016"'],
    ["a field nobody knows", file({ licence: "x" }), "licence: unknown field"],
    ["nothing", "", "wording: empty"],
    ["no object", "[]", "wording: is no object"],
  ])("names %s", (_, text, expected) => expect(problems(text).join("\n")).toContain(expected));

  it("names a language that is needed and missing", () =>
    expect(problems(file(), ["en", "es"])).toEqual(["languages.es: is missing; expected items in this language"]));

  it("is nowhere in the knowledge: labels stand only where the licence lets our own", () => {
    const labelled = [...catalog.instruments.values()].filter((each) => each.items.some(({ labels }) => labels !== undefined));
    expect(labelled.filter(({ licence }) => licence.wording === "none")).toEqual([]);
    expect(labelled.map(({ id }) => id)).toEqual(["hhs", "mhhs", "pain-nrs", "pain-vas", "patient-global-vas", "ucla"]);
  });
});
