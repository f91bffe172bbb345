import { describe, expect, it } from "vitest";
import { catalog } from "./testing.ts";

const system = (id: string) => catalog.staging.get(id)!;
const codes = (id: string) => system(id).grades.map(({ code }) => code);

it.each([
  ["kellgren-lawrence", ["0", "1", "2", "3", "4"]],
  ["tonnis", ["0", "1", "2", "3"]],
  ["arco-1994", ["0", "I", "II", "III", "IV"]],
  ["arco-2019", ["I", "II", "IIIA", "IIIB", "IV"]],
  ["ficat-arlet", ["0", "I", "IIA", "IIB", "III", "IV"]],
  ["steinberg", ["0", "I", "II", "III", "IV", "V", "VI"]],
  ["jic-type", ["A", "B", "C1", "C2"]],
  ["jic-stage", ["1", "2", "3A", "3B", "4"]],
  ["kerboul-modified", ["1", "2", "3", "4"]],
  ["kerboul-original", ["small", "medium", "large"]],
])("holds every grade of %s", (id, expected) => expect(codes(id)).toEqual(expected));

describe("systems never convert into one another", () => {
  it("so each is recorded by a fact of its own", () => {
    const facts = [...catalog.staging.values()].flatMap(({ fact }) => fact ?? []);
    expect(new Set(facts).size).toBe(facts.length);
  });

  it("and no field of a grade names a grade of another system", () => {
    const keys = new Set([...catalog.staging.values()].flatMap(({ grades }) => grades.flatMap((grade) => Object.keys(grade))));
    expect([...keys].filter((key) => /equal|same|map|convert|corresponds/i.test(key))).toEqual([]);
  });
});

describe("trap 9: the size letters of ARCO 1994 are not in ARCO 2019", () => {
  it("keeps two systems", () => {
    expect([system("arco-1994").fact, system("arco-2019").fact]).toEqual(["stage.arco-1994", "stage.arco-2019"]);
    expect([system("arco-1994").version, system("arco-2019").version]).toEqual(["1994", "2019"]);
  });
  it("gives letters to 1994 and to Steinberg alone", () => {
    const sized = [...catalog.staging.values()].filter(({ sizes }) => sizes !== undefined);
    expect(sized.map(({ id, sizes }) => [id, sizes!.map(({ code }) => code)])).toEqual([
      ["arco-1994", ["A", "B", "C"]],
      ["steinberg", ["A", "B", "C"]],
    ]);
  });
  it("does not know IIIA in 1994, nor III in 2019: 2 mm divides the later one", () => {
    expect(codes("arco-1994")).not.toContain("IIIA");
    expect(codes("arco-2019")).not.toContain("III");
    expect(system("arco-2019").grades.find(({ code }) => code === "IIIA")?.meaning.en).toContain("2 mm");
  });
});

describe("trap 10: the limits of Kerboul are others on X-ray and on MRI", () => {
  const meanings = (id: string) =>
    system(id)
      .grades.map(({ meaning }) => meaning.en)
      .join("; ");
  it("160 and 200 degrees on X-ray", () => {
    for (const limit of ["160 degrees or less", "161 to 199", "200 degrees or more"]) expect(meanings("kerboul-original")).toContain(limit);
  });
  it("200, 250 and 300 degrees on MRI", () => {
    for (const limit of ["under 200", "200 to 249", "250 to 299", "300 degrees or more"])
      expect(meanings("kerboul-modified")).toContain(limit);
  });
  it("shares neither code nor fact", () => {
    expect(codes("kerboul-original").some((code) => codes("kerboul-modified").includes(code))).toBe(false);
    expect(system("kerboul-original").fact).toBeUndefined();
  });
});

it("shows no limit of the JIC types and stages that nobody could confirm", () => {
  for (const id of ["jic-type", "jic-stage"])
    for (const { meaning, unconfirmed } of system(id).grades) if (unconfirmed) expect(meaning.en).not.toMatch(/\d mm|third/);
});
