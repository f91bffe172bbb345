import { ANSWERS, type Answer } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { answersIf, decide, decideAnew } from "./decide.ts";
import { candidatesOf } from "./explain/candidates.ts";
import { recommend } from "./recommend.ts";
import { ruleBook } from "./rules/rules.ts";
import type { Facts } from "./schema.ts";

const AS_OF = "2026-11-21";
const book = ruleBook(catalog);
const candidates = candidatesOf(book);
const STAGES = [...book.turning].filter((fact) => fact !== "diagnosis.primary");

let evaluations = 0;
const seen = new Set<Answer>();
const answer = (facts: Facts): Answer => {
  evaluations += 1;
  const given = decide(book, facts, AS_OF).answer;
  seen.add(given);
  return given;
};
const rank = (facts: Facts): number => ANSWERS.indexOf(answer(facts));

/** Any subset of the facts, each at a value among which an answer can turn, leaning to the values that let the answer go on. */
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({ seed: fc.integer(), density: fc.constantFrom(0.3, 0.7, 0.95, 1), calm: fc.constantFrom(0, 0.8, 0.95, 1) })
  .map(({ seed, density, calm }) => generate(seed, density, calm));

const CALM: Facts = {
  "patient.age-years": 55,
  "expectation.correct-answers": 5,
  "care.exercise-weeks": 12,
  "care.analgesic-trial": true,
  "stage.kellgren-lawrence": 3,
  "stage.tonnis": 1,
  "imaging.xray-date": AS_OF,
  "imaging.mri-date": AS_OF,
  "medication.systemic-corticosteroid": "never",
  "exposure.alcohol": "none",
  "lesion.jic-type": "B",
  "medication.intra-articular-steroid-days-ago": 90,
  "lab.hba1c-percent": 8,
  "patient.bmi": 34.9,
};

function generate(seed: number, density: number, calm: number): Facts {
  const random = lcg(seed);
  const pick = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)]!;
  const diagnosis = pick(["osteoarthritis", "osteonecrosis", "osteonecrosis", "osteoarthritis", "fracture", undefined]);
  const facts: Record<string, string | number | boolean> = diagnosis ? { "diagnosis.primary": diagnosis } : {};
  const oneStage = pick(STAGES);
  for (const id of book.facts.keys()) {
    if (id === "diagnosis.primary" || random() > density || (STAGES.includes(id) && id !== oneStage && random() > 0.05)) continue;
    const options = candidates(id, AS_OF);
    if (options.length > 0) facts[id] = random() < calm ? (CALM[id] ?? options[0]!) : pick(options);
  }
  return facts;
}

/** A linear congruential generator (Numerical Recipes constants): the seed comes from fast-check, so that a failure can be repeated. */
function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const always = (check: (facts: Facts) => boolean | undefined, numRuns = 10_000) => fc.assert(fc.property(anyFacts, check), { numRuns });

describe("over every kind of evaluation", () => {
  it("a red flag always wins", () =>
    always(
      (facts) =>
        [...book.facts.keys()]
          .filter((id) => id.startsWith("red-flag."))
          .every((flag) => answer({ ...facts, [flag]: true }) === "urgent-referral"),
      4_000,
    ));

  it("an added contraindication never makes the answer more permissive", () => {
    const contraindications: Facts = {
      "condition.active-infection": true,
      "condition.malignancy": "active",
      "patient.pregnant": true,
      "patient.age-years": 17,
      "allergy.product-component": true,
      "condition.blood-disorder": true,
      "plan.route": "intravenous",
      "condition.sickle-cell": true,
      "condition.gaucher": true,
      "condition.hiv-or-hepatitis-bc": true,
      "condition.immunosuppressed": true,
      "condition.diabetes": "uncontrolled",
    };
    always((facts) => {
      const before = rank(facts);
      return Object.entries(contraindications).every(([fact, value]) => rank({ ...facts, [fact]: value }) <= before);
    }, 6_000);
  });

  it("a more advanced grade never makes the answer more permissive", () => {
    const grades: Record<string, readonly (string | number)[]> = {
      "stage.kellgren-lawrence": [2, 3, 4],
      "stage.tonnis": [1, 2, 3],
      "stage.arco-2019": ["I", "II", "IIIA", "IIIB", "IV"],
      "stage.arco-1994": ["0", "I", "II", "III", "IV"],
      "stage.ficat": ["0", "I", "IIA", "IIB", "III", "IV"],
      "stage.steinberg": ["0", "I", "II", "III", "IV", "V", "VI"],
      "stage.jic": ["1", "2", "3A", "3B", "4"],
    };
    always((facts) => {
      const others = Object.fromEntries(Object.entries(facts).filter(([id]) => !STAGES.includes(id))); // two systems that disagree are a case of their own
      return Object.entries(grades).every(([system, order]) => {
        const ranks = order.map((grade) => rank({ ...others, [system]: grade }));
        return ranks.every((next, place) => place === 0 || next <= ranks[place - 1]!);
      });
    }, 3_000);
  });

  it("a definite stop stays when more facts arrive", () => {
    const lifts = ["imaging.mri-date", "stage.kellgren-lawrence", ...STAGES]; // an MRI, a better grade or a second stage may settle what was open
    fc.assert(
      fc.property(anyFacts, anyFacts, (early, late) => {
        const arrived = Object.fromEntries(Object.entries(late).filter(([id]) => !lifts.includes(id)));
        const stop = rank(early);
        const before = early["diagnosis.primary"];
        if (stop >= ANSWERS.indexOf("cannot-say") || before === undefined) return true;
        return rank({ ...arrived, ...early }) <= stop;
      }),
      { numRuns: 20_000 },
    );
  });

  it("gives no positive answer with a needed fact absent", () => {
    const both = [
      "patient.age-years",
      "patient.sex",
      "condition.active-infection",
      "condition.malignancy",
      "condition.blood-disorder",
      "condition.diabetes",
      "condition.immunosuppressed",
      "expectation.correct-answers",
      "diagnosis.primary",
    ];
    const oa = [
      "imaging.xray-date",
      "patient.bmi",
      "deformity.significant",
      "goal.needs-durable-result",
      "care.exercise-weeks",
      "care.analgesic-trial",
      "medication.systemic-corticosteroid",
      "exposure.alcohol",
    ];
    const onfh = ["imaging.mri-date", "condition.sickle-cell", "condition.gaucher", "condition.hiv-or-hepatitis-bc"];
    always((facts) => {
      const given = answer(facts);
      if (given !== "research-only" && given !== "may-be-discussed") return true;
      const needed = [...both, ...(given === "research-only" ? oa : onfh)];
      return needed.every((id) => facts[id] !== undefined);
    }, 30_000);
  });

  it("keeps osteoarthritis and necrosis apart, and collapsed heads from both positive answers", () =>
    always((facts) => {
      const { situation, answer: given } = decide(book, facts, AS_OF);
      evaluations += 1;
      if (facts["diagnosis.primary"] === "osteoarthritis" && given === "may-be-discussed") return false;
      if (facts["diagnosis.primary"] === "osteonecrosis" && given === "research-only") return false;
      return situation.pathway !== "onfh-post-collapse" || (given !== "research-only" && given !== "may-be-discussed");
    }, 20_000));

  it("decides anew after one change as it decides from the start", () =>
    always((facts) => {
      const decision = decide(book, facts, AS_OF);
      return [...book.facts.keys()].every((id) => {
        const { [id]: _, ...others } = facts;
        const values = candidates(id, AS_OF);
        const fresh = values.map((value) => answer({ ...others, [id]: value }));
        const anew = values.map((value) => decideAnew(book, decision, id, value).answer);
        const cleared = decideAnew(book, decision, id, undefined).answer === answer(others);
        return cleared && String(fresh) === String(anew) && String(fresh) === String(answersIf(book, decision, id, values));
      });
    }, 300));

  it("gives every answer a reason with a source, and every stated change comes true", () =>
    always((facts) => {
      const result = recommend(catalog, { asOf: AS_OF, side: "right", facts });
      expect(result.reasons.length).toBeGreaterThan(0);
      expect(result.reasons.every(({ sources }) => sources.length > 0 && sources.every((id) => catalog.sources.has(id)))).toBe(true);
      expect(result.reasons[0]!.leadsTo).toBe(result.answer);
      for (const { fact, to, answer: other } of result.wouldChange) expect(answer({ ...facts, [fact]: to })).toBe(other);
      for (const { fact, couldChangeTo } of result.missing) {
        expect(facts[fact]).toBeUndefined();
        expect(couldChangeTo).not.toContain(result.answer);
      }
      if (result.answer === "cannot-say" && result.pathway !== "undetermined") expect(result.missing.length).toBeGreaterThan(0);
      return true;
    }, 1_500));
});

afterAll(() => {
  expect(evaluations).toBeGreaterThanOrEqual(200_000);
  expect([...seen].toSorted()).toEqual(ANSWERS.toSorted()); // the generator reaches every answer, so no property holds of nothing
});
