import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { recommend } from "./recommend.ts";
import type { Facts } from "./schema.ts";

/** Each row restates one line of the decision table by hand; the expected answers are the contract's, not ours. */
const OA: Facts = {
  "diagnosis.primary": "osteoarthritis",
  "red-flag.suspected-septic-arthritis": false,
  "red-flag.suspected-fracture": false,
  "red-flag.suspected-tumour": false,
  "red-flag.sudden-inability-to-bear-weight": false,
  "pain.night-severe": false,
  "function.severe-loss": false,
  "deformity.significant": false,
  "imaging.xray-date": "2026-10-01",
  "stage.kellgren-lawrence": 2,
  "patient.age-years": 58,
  "patient.sex": "female",
  "patient.bmi": 27,
  "condition.active-infection": false,
  "condition.malignancy": "none",
  "condition.blood-disorder": false,
  "condition.immunosuppressed": false,
  "condition.diabetes": "none",
  "medication.systemic-corticosteroid": "never",
  "exposure.alcohol": "moderate",
  "care.exercise-weeks": 16,
  "care.analgesic-trial": true,
  "goal.needs-durable-result": false,
  "expectation.correct-answers": 5,
};

const ONFH: Facts = {
  "diagnosis.primary": "osteonecrosis",
  "red-flag.suspected-septic-arthritis": false,
  "red-flag.suspected-fracture": false,
  "red-flag.suspected-tumour": false,
  "red-flag.sudden-inability-to-bear-weight": false,
  "imaging.mri-date": "2026-10-01",
  "stage.arco-2019": "II",
  "lesion.jic-type": "C1",
  "patient.age-years": 40,
  "patient.sex": "male",
  "condition.active-infection": false,
  "condition.malignancy": "none",
  "condition.blood-disorder": false,
  "condition.sickle-cell": false,
  "condition.gaucher": false,
  "condition.hiv-or-hepatitis-bc": false,
  "condition.immunosuppressed": false,
  "condition.diabetes": "none",
  "expectation.correct-answers": 5,
};

const answer = (facts: Facts) => recommend(catalog, { asOf: "2026-11-21", side: "left", facts });
const without = (facts: Facts, ...ids: string[]): Facts => Object.fromEntries(Object.entries(facts).filter(([id]) => !ids.includes(id)));

describe("the positive answers", () => {
  it("gives research only to an osteoarthritic hip with nothing against it", () => {
    expect(answer(OA)).toMatchObject({ pathway: "hip-oa", answer: "research-only", missing: expect.any(Array) });
  });
  it("lets cells be discussed before collapse with nothing against it", () => {
    expect(answer(ONFH)).toMatchObject({ pathway: "onfh-pre-collapse", answer: "may-be-discussed", missing: [] });
  });
  it.each([
    ["lesion.kerboul-modified-deg", 180],
    ["lesion.size-percent", 20],
  ])("takes %s for the size of the lesion", (id, size) => {
    expect(answer({ ...without(ONFH, "lesion.jic-type"), [id]: size }).answer).toBe("may-be-discussed");
  });
  it("takes a Tönnis grade for a Kellgren-Lawrence grade", () => {
    expect(answer({ ...without(OA, "stage.kellgren-lawrence"), "stage.tonnis": 1 }).answer).toBe("research-only");
  });
});

type Row = readonly [criterion: string, base: "OA" | "ONFH", change: Facts, answer: string];
const rows: readonly Row[] = [
  ["red-flag", "OA", { "red-flag.suspected-tumour": true }, "urgent-referral"],
  ["red-flag", "ONFH", { "red-flag.sudden-inability-to-bear-weight": true }, "urgent-referral"],
  ["active-infection", "OA", { "condition.active-infection": true }, "not-a-candidate"],
  ["malignancy", "ONFH", { "condition.malignancy": "within-5-years" }, "not-a-candidate"],
  ["pregnancy", "OA", { "patient.age-years": 40, "patient.pregnant": true }, "not-a-candidate"],
  ["under-18", "ONFH", { "patient.age-years": 17 }, "not-a-candidate"],
  ["product-allergy", "OA", { "allergy.product-component": true }, "not-a-candidate"],
  ["blood-disorder", "ONFH", { "condition.blood-disorder": true }, "not-a-candidate"],
  ["intravenous-plan", "ONFH", { "plan.route": "intravenous" }, "not-a-candidate"],
  ["sickle-or-gaucher", "ONFH", { "condition.gaucher": true }, "not-a-candidate"],
  ["viral-marker", "ONFH", { "condition.hiv-or-hepatitis-bc": true }, "not-a-candidate"],
  ["oa-end-stage", "OA", { "stage.kellgren-lawrence": 4 }, "surgery-discussion"],
  ["oa-end-stage", "OA", { "stage.tonnis": 3 }, "surgery-discussion"],
  ["oa-deformity", "OA", { "deformity.significant": true }, "surgery-discussion"],
  ["oa-night-and-function", "OA", { "pain.night-severe": true, "function.severe-loss": true }, "surgery-discussion"],
  ["oa-durable-goal", "OA", { "goal.needs-durable-result": true }, "surgery-discussion"],
  ["onfh-collapsed", "ONFH", { "stage.arco-2019": "IIIA" }, "surgery-discussion"],
  ["onfh-small-lesion", "ONFH", { "lesion.jic-type": "A" }, "observe"],
  ["oa-not-established", "OA", { "stage.kellgren-lawrence": 1 }, "not-now"],
  ["oa-exclude-onfh", "OA", { "medication.systemic-corticosteroid": "past" }, "not-now"],
  ["oa-exclude-onfh", "OA", { "condition.lupus-or-transplant": true }, "not-now"],
  ["uncontrolled-diabetes", "ONFH", { "lab.hba1c-percent": 8.1 }, "not-now"],
  ["severe-obesity", "OA", { "patient.bmi": 40 }, "not-now"],
  ["care-not-exhausted", "OA", { "care.exercise-weeks": 11 }, "not-now"],
  ["care-not-exhausted", "OA", { "care.analgesic-trial": false }, "not-now"],
  ["recent-steroid-injection", "OA", { "medication.intra-articular-steroid-days-ago": 89 }, "not-now"],
  ["immunosuppressed", "ONFH", { "condition.immunosuppressed": true }, "not-now"],
  ["expectations", "ONFH", { "expectation.correct-answers": 4 }, "not-now"],
  ["stale-imaging", "OA", { "imaging.xray-date": "2026-05-21" }, "not-now"],
  ["stale-imaging", "ONFH", { "imaging.mri-date": "2026-05-21" }, "not-now"],
];

describe("each criterion alone turns the answer", () => {
  it.each(rows)("%s (%s with %j) gives %s", (criterion, base, change, expected) => {
    const result = answer({ ...(base === "OA" ? OA : ONFH), ...change });
    expect(result.answer).toBe(expected);
    expect(result.reasons.map((reason) => reason.criterion)).toContain(criterion);
  });
});

describe("what does not stop", () => {
  it.each<[string, Facts]>([
    ["sickle cell in osteoarthritis once there is an MRI", { ...OA, "condition.sickle-cell": true, "imaging.mri-date": "2026-11-01" }],
    ["severe obesity in necrosis", { ...ONFH, "patient.bmi": 45 }],
    ["heavy alcohol in necrosis", { ...ONFH, "exposure.alcohol": "heavy" }],
    ["untried care in necrosis", { ...ONFH, "care.exercise-weeks": 0 }],
    ["a malignancy more than five years ago", { ...ONFH, "condition.malignancy": "over-5-years-ago" }],
    ["an old X-ray in necrosis", { ...ONFH, "imaging.xray-date": "2020-01-01" }],
  ])("%s", (_, facts) => expect(["research-only", "may-be-discussed"]).toContain(answer(facts).answer));
});

describe("the pathway", () => {
  it.each(["inflammatory-arthritis", "labral-tear", "impingement", "bursitis", "fracture", "referred-pain", "other"])(
    "%s is another condition",
    (diagnosis) => {
      expect(answer({ ...OA, "diagnosis.primary": diagnosis })).toMatchObject({ pathway: "other-condition", answer: "other-condition" });
    },
  );
  it("puts a red flag before another condition, and another condition before a contraindication", () => {
    expect(answer({ "diagnosis.primary": "fracture", "red-flag.suspected-fracture": true }).answer).toBe("urgent-referral");
    expect(answer({ "diagnosis.primary": "fracture", "condition.active-infection": true }).answer).toBe("other-condition");
  });
  it.each<[string, readonly string[], readonly string[]]>([
    ["stage.arco-2019", ["I", "II"], ["IIIA", "IIIB", "IV"]],
    ["stage.arco-1994", ["0", "I", "II"], ["III", "IV"]],
    ["stage.ficat", ["0", "I", "IIA"], ["IIB", "III", "IV"]],
    ["stage.steinberg", ["0", "I", "II"], ["III", "IV", "V", "VI"]],
    ["stage.jic", ["1", "2"], ["3A", "3B", "4"]],
  ])("reads %s on its own terms", (system, before, after) => {
    const staged = (stage: string) => answer({ ...without(ONFH, "stage.arco-2019"), [system]: stage }).pathway;
    expect(before.map(staged)).toEqual(before.map(() => "onfh-pre-collapse"));
    expect(after.map(staged)).toEqual(after.map(() => "onfh-post-collapse"));
  });
  it("cannot say when two systems disagree", () => {
    const result = answer({ ...ONFH, "stage.ficat": "III" });
    expect(result).toMatchObject({ pathway: "undetermined", answer: "cannot-say" });
    expect(result.reasons.map(({ criterion }) => criterion)).toEqual(["staging-conflict"]);
  });
  it("cannot say without a stage, and names every system as missing", () => {
    const result = answer(without(ONFH, "stage.arco-2019"));
    expect(result).toMatchObject({ pathway: "undetermined", answer: "cannot-say" });
    const systems = ["stage.arco-2019", "stage.arco-1994", "stage.ficat", "stage.steinberg", "stage.jic"];
    expect(result.missing).toEqual(systems.map((fact) => ({ fact, couldChangeTo: ["surgery-discussion", "may-be-discussed"] })));
  });
  it("cannot say without a diagnosis, unless a stop that holds on every pathway is true", () => {
    expect(answer(without(OA, "diagnosis.primary"))).toMatchObject({ pathway: "undetermined", answer: "cannot-say" });
    expect(answer({ "condition.active-infection": true }).answer).toBe("not-a-candidate");
    expect(answer({ "stage.kellgren-lawrence": 4 }).answer).toBe("cannot-say");
  });
  it("says that every answer is open when nothing is recorded", () => {
    const { missing } = answer({});
    expect(missing.find(({ fact }) => fact === "diagnosis.primary")?.couldChangeTo).toEqual([
      "other-condition",
      "research-only",
      "may-be-discussed",
    ]);
    expect(missing.find(({ fact }) => fact === "condition.malignancy")?.couldChangeTo).toContain("not-a-candidate");
  });
});

describe("what is needed", () => {
  const oa = [
    "patient.age-years",
    "patient.sex",
    "condition.active-infection",
    "condition.malignancy",
    "condition.blood-disorder",
    "condition.diabetes",
    "condition.immunosuppressed",
    "expectation.correct-answers",
    "stage.kellgren-lawrence",
    "imaging.xray-date",
    "patient.bmi",
    "deformity.significant",
    "goal.needs-durable-result",
    "care.exercise-weeks",
    "care.analgesic-trial",
    "medication.systemic-corticosteroid",
    "exposure.alcohol",
  ];
  it.each(oa)("osteoarthritis needs %s", (fact) => {
    const result = answer(without(OA, fact));
    expect(result.answer).toBe("cannot-say");
    expect(result.missing.map((missing) => missing.fact)).toContain(fact);
    expect(result.missing.find((missing) => missing.fact === fact)?.couldChangeTo).toContain("research-only");
  });

  const onfh = [
    "patient.age-years",
    "patient.sex",
    "condition.active-infection",
    "condition.malignancy",
    "condition.blood-disorder",
    "condition.diabetes",
    "condition.immunosuppressed",
    "expectation.correct-answers",
    "imaging.mri-date",
    "lesion.jic-type",
    "condition.sickle-cell",
    "condition.gaucher",
    "condition.hiv-or-hepatitis-bc",
  ];
  it.each(onfh)("necrosis needs %s", (fact) => {
    const result = answer(without(ONFH, fact));
    expect(result.answer).toBe("cannot-say");
    expect(result.missing.find((missing) => missing.fact === fact)?.couldChangeTo).toContain("may-be-discussed");
  });

  it("needs one denial of night pain or loss of function", () => {
    expect(answer(without(OA, "pain.night-severe")).answer).toBe("research-only");
    expect(answer(without(OA, "function.severe-loss")).answer).toBe("research-only");
    expect(answer(without(OA, "pain.night-severe", "function.severe-loss")).answer).toBe("cannot-say");
  });
  it("asks for pregnancy of a woman under 55 only", () => {
    expect(answer({ ...OA, "patient.age-years": 54 })).toMatchObject({
      answer: "cannot-say",
      missing: expect.arrayContaining([{ fact: "patient.pregnant", couldChangeTo: ["not-a-candidate", "research-only"] }]),
    });
    expect(answer({ ...OA, "patient.age-years": 55 }).answer).toBe("research-only");
    expect(answer({ ...OA, "patient.age-years": 54, "patient.sex": "male" }).answer).toBe("research-only");
    expect(answer({ ...OA, "patient.age-years": 54, "patient.sex": "other" }).answer).toBe("cannot-say");
  });
  it("lists open risk factors of necrosis without holding the answer back", () => {
    const result = answer(OA);
    expect(result.missing).toEqual([
      { fact: "condition.sickle-cell", couldChangeTo: ["not-now"] },
      { fact: "condition.lupus-or-transplant", couldChangeTo: ["not-now"] },
    ]);
    expect(answer({ ...OA, "imaging.mri-date": "2026-11-01" }).missing).toEqual([]);
  });
});

describe("how it explains itself", () => {
  it("keeps every later true criterion among the reasons", () => {
    const result = answer({ ...OA, "stage.kellgren-lawrence": 4, "patient.bmi": 41, "expectation.correct-answers": 2 });
    expect(result.reasons.map(({ criterion }) => criterion)).toEqual(["oa-end-stage", "expectations", "severe-obesity"]);
  });
  it("says which facts decided", () => {
    const [reason] = answer({ ...OA, "stage.kellgren-lawrence": 4 }).reasons;
    expect(reason).toMatchObject({ because: ["stage.kellgren-lawrence"], met: true, sources: ["acr-aahks-2023", "seed-001"] });
  });
  it("says that red flags were not recorded", () => {
    const open = answer(without(OA, "red-flag.suspected-fracture"));
    expect(open.answer).toBe("research-only");
    expect(open.warnings).toEqual([
      expect.objectContaining({ criterion: "red-flags-not-recorded", because: ["red-flag.suspected-fracture"] }),
    ]);
  });
  it("names the nearest value that would change the answer", () => {
    const changes = answer({ ...OA, "patient.bmi": 41 }).wouldChange.filter(({ fact }) => fact === "patient.bmi");
    expect(changes).toEqual([{ fact: "patient.bmi", from: 41, to: 39.9, answer: "research-only" }]);
    const stale = answer({ ...OA, "imaging.xray-date": "2026-01-01" }).wouldChange.filter(({ fact }) => fact === "imaging.xray-date");
    expect(stale).toEqual([{ fact: "imaging.xray-date", from: "2026-01-01", to: "2026-05-22", answer: "research-only" }]);
  });
  it("warns without changing the answer", () => {
    const warned = answer({
      ...ONFH,
      "lesion.jic-type": "C2",
      "lesion.kerboul-modified-deg": 250,
      "medication.systemic-corticosteroid": "current",
      "patient.bmi": 35,
      "exposure.tobacco": "current",
      "medication.anticoagulant": true,
      "plan.product-class": "exosome",
      "plan.core-decompression": false,
    });
    expect(warned.answer).toBe("may-be-discussed");
    expect(warned.warnings.map(({ criterion }) => criterion).toSorted()).toEqual([
      "anticoagulant",
      "cells-without-decompression",
      "large-lesion-kerboul",
      "lesion-jic-c2",
      "obesity",
      "onfh-other-hip",
      "product-without-hip-study",
      "steroid-continues",
      "tobacco",
    ]);
  });
  it("shows no position that rests on memory or on a seed page alone", () => {
    for (const { positions } of [answer(OA), answer(ONFH)]) {
      expect(positions.length).toBeGreaterThan(0);
      expect(positions.map(({ verified }) => verified).filter((grade) => grade === "recalled" || grade === "seed-only")).toEqual([]);
    }
  });
});
