import type { Answer } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "../decide.ts";
import { ruleBook } from "../rules/rules.ts";
import type { Facts } from "../schema.ts";
import { candidatesOf } from "./candidates.ts";
import { missingFacts } from "./missing.ts";

const AS_OF = "2026-11-21";
const book = ruleBook(catalog);
const candidates = candidatesOf(book);

/** A hip with nothing against it, as far as recorded; whatever else is open or raised is chosen by the property. */
const BASE: Record<string, Facts> = {
  osteoarthritis: {
    "diagnosis.primary": "osteoarthritis",
    "pain.night-severe": false,
    "function.severe-loss": false,
    "deformity.significant": false,
    "imaging.xray-date": AS_OF,
    "stage.kellgren-lawrence": 2,
    "patient.age-years": 45,
    "patient.sex": "female",
    "patient.pregnant": false,
    "patient.bmi": 27,
    "condition.active-infection": false,
    "condition.malignancy": "none",
    "condition.blood-disorder": false,
    "condition.sickle-cell": false,
    "condition.lupus-or-transplant": false,
    "condition.immunosuppressed": false,
    "condition.diabetes": "none",
    "medication.systemic-corticosteroid": "never",
    "exposure.alcohol": "none",
    "care.exercise-weeks": 12,
    "care.analgesic-trial": true,
    "goal.needs-durable-result": false,
    "expectation.correct-answers": 5,
    "pain.site": "groin",
    "imaging.xray-normal": false,
  },
  osteonecrosis: {
    "diagnosis.primary": "osteonecrosis",
    "imaging.mri-date": AS_OF,
    "stage.arco-2019": "II",
    "lesion.jic-type": "B",
    "patient.age-years": 45,
    "patient.sex": "female",
    "patient.pregnant": false,
    "condition.active-infection": false,
    "condition.malignancy": "none",
    "condition.blood-disorder": false,
    "condition.sickle-cell": false,
    "condition.gaucher": false,
    "condition.hiv-or-hepatitis-bc": false,
    "condition.immunosuppressed": false,
    "condition.diabetes": "none",
    "expectation.correct-answers": 5,
  },
};

const withGaps = fc.constantFrom("osteoarthritis", "osteonecrosis").chain((disease) =>
  fc
    .subarray(
      Object.keys(BASE[disease]!).filter((id) => !id.startsWith("diagnosis") && !id.startsWith("stage")),
      { maxLength: 3 },
    )
    .map((gaps) => Object.fromEntries(Object.entries(BASE[disease]!).filter(([id]) => !gaps.includes(id))) as Facts),
);

/** Every answer that some filling of the listed gaps leads to while this one fact is among those filled. */
function reachable(facts: Facts, gaps: readonly string[]): Set<Answer> {
  const [gap, ...others] = gaps;
  if (gap === undefined) return new Set([decide(book, facts, AS_OF).answer]);
  const values = candidates(gap, AS_OF);
  return new Set([...reachable(facts, others), ...values.flatMap((value) => [...reachable({ ...facts, [gap]: value }, others)])]);
}

it("says of a missing fact only what some filling of the gaps really leads to", () => {
  fc.assert(
    fc.property(withGaps, (facts) => {
      const missing = missingFacts(book, decide(book, facts, AS_OF));
      const answers = reachable(
        facts,
        missing.map(({ fact }) => fact),
      );
      return missing.every(({ couldChangeTo }) => couldChangeTo.every((answer) => answers.has(answer)));
    }),
    { numRuns: 300 },
  );
});

it("leaves out no answer that one fact alone leads to", () => {
  fc.assert(
    fc.property(withGaps, (facts) => {
      const decision = decide(book, facts, AS_OF);
      return missingFacts(book, decision).every(({ fact, couldChangeTo }) =>
        [...reachable(facts, [fact])].every((answer) => answer === decision.answer || couldChangeTo.includes(answer)),
      );
    }),
    { numRuns: 300 },
  );
});

it("names a joint finding although neither fact alone would turn the answer", () => {
  const { "pain.night-severe": _, "function.severe-loss": __, ...facts } = BASE.osteoarthritis!;
  const night = missingFacts(book, decide(book, facts, AS_OF)).find(({ fact }) => fact === "pain.night-severe");
  expect(night?.couldChangeTo).toEqual(["surgery-discussion", "research-only"]);
});
