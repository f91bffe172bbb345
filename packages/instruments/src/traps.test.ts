import { catalog } from "@calcar/catalog/testing";
import { isLoinc } from "@calcar/vocabulary";
import { describe, expect, it } from "vitest";
import { itemsOf } from "./definition/items-of.ts";
import { enteredScore } from "./entered/entered-score.ts";
import { score } from "./score/score.ts";

// The traps found while the facts were checked, by their number.
const instrument = (id: string) => catalog.instruments.get(id)!;
const all = (id: string, answer: number) => Object.fromEntries(itemsOf(instrument(id)).map(({ code }) => [code, answer]));
const values = (id: string, answers: Record<string, number>, options = {}) =>
  Object.fromEntries(Object.entries(score(instrument(id), answers, options).scores).map(([name, { value }]) => [name, value]));
const reason = (id: string, subscale: string, answers: Record<string, number>, options = {}) => {
  const { refusal } = score(instrument(id), answers, options).scores[subscale]!;
  return refusal && `${refusal.kind}/${refusal.code}`;
};

describe("trap 1: HOOS-PS is published in two directions", () => {
  it("names both, and never gives a bare number", () => {
    const { scores } = score(instrument("hoos-ps"), all("hoos-ps", 0));
    expect([scores.best100?.value, scores.best100?.direction]).toEqual([100, "higher-better"]);
    expect([scores.worst100?.value, scores.worst100?.direction]).toEqual([0, "higher-worse"]);
    expect(Object.keys(scores)).toEqual(["best100", "worst100"]);
  });
});

describe("trap 2: a HOOS subscale from one answer, and a total", () => {
  it.each([
    ["symptoms", ["s1", "s2"], "s3"],
    ["pain", ["p1", "p2", "p3", "p4"], "p5"],
    ["adl", ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"], "a9"],
    ["sport-rec", ["sp1"], "sp2"],
    ["qol", ["q1"], "q2"],
  ])("%s needs half of its items", (subscale, tooFew, oneMore) => {
    const answers = Object.fromEntries(tooFew.map((code) => [code, 1]));
    expect(reason("hoos", subscale, answers)).toBe("incomplete/too-few-answered");
    expect(values("hoos", { ...answers, [oneMore]: 1 })[subscale]).toBe(75);
  });
  it("has no total", () => expect(Object.keys(values("hoos", all("hoos", 0)))).toEqual(["symptoms", "pain", "adl", "sport-rec", "qol"]));
});

describe("trap 3: a partial PROMIS-10 sum", () => {
  const complete = { g2: 3, g3: 3, g4: 3, g5: 3, g6: 3, g7: 5, g8: 3, g10: 3 };
  it.each(["g3", "g6", "g7", "g8"])("refuses physical health without %s", (gap) => {
    const { [gap as keyof typeof complete]: _, ...rest } = complete;
    expect(score(instrument("promis-global-10"), rest).scores["physical-health"]).toMatchObject({
      value: null,
      raw: null,
      refusal: { kind: "incomplete", code: "items-missing", missing: [gap] },
    });
  });
  it.each(["promis-pi-4a", "promis-pf-4a"])("refuses %s with a gap", (id) => {
    const [first, ...rest] = itemsOf(instrument(id)).map(({ code }) => code);
    const answers = Object.fromEntries(rest.map((code) => [code, 2]));
    const { scores } = score(instrument(id), answers, { allowUnconfirmed: true, form: instrument(id).forms?.[0]?.id });
    expect(Object.values(scores)[0]?.refusal).toEqual({ kind: "incomplete", code: "items-missing", missing: [first] });
  });
});

const bestHarris = { ...all("hhs", 1), pain: 44, limp: 11, support: 11, distance: 11, stairs: 4, "socks-shoes": 4, sitting: 5 };
const motion = { flexion: 70, abduction: 20, adduction: 10, "external-rotation": 15, "internal-rotation": 5 };

describe("trap 4: two Harris motion methods", () => {
  it("differ by more than a point on one hip, and each score names its method", () => {
    const { scores } = score(instrument("hhs"), { ...bestHarris, ...motion });
    expect(Math.abs(scores["total-index"]!.value! - scores["total-bands"]!.value!)).toBeGreaterThan(1);
    expect([scores["motion-index"]?.method, scores["motion-bands"]?.method]).toEqual(["weighted-arcs", "banded-sum"]);
    expect(scores["total-index"]?.method).toBe("sum-of-subscales(pain, function, deformity, motion-index)");
    expect(scores["total-bands"]?.method).toBe("sum-of-subscales(pain, function, deformity, motion-bands)");
    expect(Object.keys(scores)).not.toContain("total");
  });
});

describe("trap 5: deformity is all or nothing, and adduction", () => {
  const criteria = [
    "fixed-flexion-under-30",
    "fixed-adduction-under-10",
    "fixed-internal-rotation-under-10",
    "leg-length-difference-under-3-2-cm",
  ];
  it("gives 4 points for all four", () => expect(values("hhs", { ...bestHarris, ...motion }).deformity).toBe(4));
  it.each(criteria)("gives none without %s", (criterion) =>
    expect(values("hhs", { ...bestHarris, ...motion, [criterion]: 0 }).deformity).toBe(0),
  );
  it("asks for adduction", () => expect(itemsOf(instrument("hhs")).map(({ code }) => code)).toEqual(expect.arrayContaining(criteria)));
});

describe("trap 6: a WOMAC number without version and range", () => {
  const entered = (form?: string, range?: [number, number]) => {
    const result = enteredScore(instrument("womac"), { subscale: "total", value: 45, form, range });
    return result.ok ? result.value : `${result.refusal.kind}/${result.refusal.code}`;
  };
  it("is refused when it is computed without a version", () =>
    expect(reason("womac", "total", all("womac", 2))).toBe("incomplete/form-not-stated"));
  it("is refused when it is entered without a version or without a range", () => {
    expect(entered()).toBe("incomplete/form-not-stated");
    expect(entered("lk-3.0")).toBe("incomplete/range-not-stated");
    expect(entered("lk-3.0", [0, 100])).toBe("conflict/range-of-another-form");
  });
  it("carries both when it is taken", () =>
    expect(entered("nrs-11", [0, 240])).toMatchObject({ value: 45, range: [0, 240], direction: "higher-worse", method: "entered" }));
  it("is not made of one answer", () => {
    for (const subscale of ["pain", "stiffness", "function", "total"])
      expect(values("womac-from-hoos", { p4: 0 })[subscale], subscale).toBeNull();
  });
});

describe("a factor that nobody could confirm", () => {
  it("leaves the raw sum of the modified Harris score as it is", () => {
    const { scores } = score(instrument("mhhs"), bestHarris);
    expect([scores.raw?.value, scores.raw?.unconfirmed, scores["times-1.1"]?.refusal?.missing]).toEqual([91, [], ["factor"]]);
  });
});

describe("a gap that an unconfirmed rule would fill", () => {
  const { p6: _, ...gap } = all("womac-from-hoos", 1);
  it("refuses the subscale and the total that rests on it", () => {
    for (const subscale of ["pain", "total"])
      expect(score(instrument("womac-from-hoos"), gap).scores[subscale]).toMatchObject({
        value: null,
        imputed: 0,
        refusal: { kind: "not-permitted", code: "unconfirmed", missing: ["pain-and-stiffness-gaps"] },
      });
    expect(values("womac-from-hoos", gap).function).toBe(17);
  });
  it("marks both as provisional for whoever asks for them", () => {
    const { scores, provisional } = score(instrument("womac-from-hoos"), gap, { allowUnconfirmed: true });
    expect(provisional).toBe(true);
    for (const subscale of ["pain", "total"])
      expect(scores[subscale]).toMatchObject({ imputed: 1, unconfirmed: ["pain-and-stiffness-gaps"], refusal: null });
    expect(scores.function?.unconfirmed).toEqual([]);
  });
});

describe("trap 7: a wrong HOOS-JR table", () => {
  const sums = Array.from({ length: 25 }, (_, raw) => {
    const [whole, rest] = [Math.floor(raw / 6), raw % 6];
    const answers = Object.fromEntries(["p5", "p10", "a3", "a5", "a12", "a14"].map((code, i) => [code, whole + (i < rest ? 1 : 0)]));
    return values("hoos-jr", answers).interval;
  });
  it("never yields one of its values", () => {
    // read in the public example: raw 1, 2, 3, 10 (impossible 57.985), 12, 23, 24, and the impossible total 65.082
    for (const wrong of [93.239, 88.077, 83.65, 57.985, 50.76, 6.19, 2.065, 65.082]) expect(sums).not.toContain(wrong);
  });
  it("ends at exactly 0, and holds the published acceptable state", () => {
    expect([sums[0], sums[24]]).toEqual([100, 0]);
    expect(Number(sums[4]!.toFixed(1))).toBe(instrument("hoos-jr").thresholds.find(({ kind }) => kind === "PASS")?.value);
  });
});

describe("trap 7b: wrong items and wrong codes", () => {
  it("scores HOOS-JR over its own six items", () => {
    expect(itemsOf(instrument("hoos-jr")).map(({ code }) => code)).toEqual(["p5", "p10", "a3", "a5", "a12", "a14"]);
  });
  it("scores HOOS-12 over 4, 4 and 4 items, and only for whoever takes an item set that nobody confirmed", () => {
    expect(instrument("hoos-12").subscales.map(({ items }) => items?.length)).toEqual([4, 4, 4, undefined]);
    expect(reason("hoos-12", "summary", all("hoos-12", 0))).toBe("not-permitted/unconfirmed");
  });
  it("holds no LOINC code with a wrong check digit, and no meaning that was corrected", () => {
    const codes = [...catalog.instruments.values()].flatMap(({ loinc = [] }) => loinc);
    expect(codes.filter(({ code }) => !isLoinc(code))).toEqual([]);
    expect(codes.map(({ code }) => code)).not.toContain("88784-4");
    expect(codes.find(({ code }) => code === "71969-0")?.names).toEqual({ subscale: "mental-health" });
    expect(new Set(codes.filter(({ meaningRead }) => !meaningRead).map(({ code }) => code))).toEqual(new Set(["72092-0", "98945-9"]));
  });
});

describe("trap 8: PROMIS tables", () => {
  const worst = { g2: 1, g4: 1, g5: 1, g10: 1 };
  it("gives the doubtful lowest mental health score only as provisional", () => {
    expect(reason("promis-global-10", "mental-health", worst)).toBe("not-permitted/unconfirmed");
    const { scores, provisional } = score(instrument("promis-global-10"), worst, { allowUnconfirmed: true });
    expect([scores["mental-health"]?.value, scores["mental-health"]?.unconfirmed, provisional]).toEqual([21.2, ["gmh-raw-4"], true]);
  });
  it("gives every other mental health score with its standard error", () => {
    expect(score(instrument("promis-global-10"), { ...worst, g2: 2 }).scores["mental-health"]).toMatchObject({
      value: 25.1,
      se: 4.1,
      unconfirmed: [],
    });
  });
  it("ends pain interference at 75.6", () => expect(values("promis-pi-4a", all("promis-pi-4a", 5))).toEqual({ "pain-interference": 75.6 }));
  it("keys physical function by the version of the form", () => {
    const answers = all("promis-pf-4a", 1);
    expect(reason("promis-pf-4a", "physical-function", answers)).toBe("incomplete/form-not-stated");
    const of = (form: string) => score(instrument("promis-pf-4a"), answers, { form, allowUnconfirmed: true });
    expect([of("v1.0"), of("v2.0")].map(({ form, scores }) => [form, scores["physical-function"]?.value])).toEqual([
      ["v1.0", 22.9],
      ["v2.0", 22.5],
    ]);
    expect(of("v1.0").scores["physical-function"]?.tableDigest).not.toBe(of("v2.0").scores["physical-function"]?.tableDigest);
  });
});

describe("trap 11: no threshold was derived in cell therapy of the hip", () => {
  const thresholds = [...catalog.instruments.values()].flatMap((each) => each.thresholds);
  it("so each prints its population, method, time and source", () => {
    expect(thresholds.length).toBeGreaterThanOrEqual(40);
    for (const { population, method, time, grounds } of thresholds)
      expect([population.en, method.en, time.en, grounds[0]?.source].every((text) => text !== "")).toBe(true);
  });
  it("and none names a population treated with cells", () => {
    expect(thresholds.filter(({ population }) => /cell|stem|marrow|PRP/i.test(population.en))).toEqual([]);
  });
});
