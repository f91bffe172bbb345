import { expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { type Choice, FIRST_SHOWN } from "../questions/choice.ts";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import type { Pooled } from "../schema.ts";
import { pooledOf } from "../testing/known-answers.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";

const study = countedStudy(["s", 10, 100, 20, 100]);
const pooled = (given: Partial<EffectQuestion>, choice: Partial<Choice> = {}): Pooled => {
  const answer = answerQuestion(smallCatalog([study], [effectQuestion("q", given)]), "q", { ...FIRST_SHOWN, ...choice });
  if (!answer.ok || answer.value.kind !== "effect") throw new Error("no pool");
  return answer.value;
};

/** By hand, from 10 of 100 against 20 of 100: every measure leads back to 100 of 1,000. */
it.each(["RR", "OR", "RD"] as const)("leads from the %s back to the counts at the risk of their own controls", (measure) => {
  const [own] = pooled({ measure }).per1000;
  expect(own).toMatchObject({
    whose: "the controls of these studies",
    without: 200,
    with: expect.closeTo(100, 9),
    difference: expect.closeTo(-100, 9),
  });
  expect(own!.withCi[0]).toBeLessThan(100);
  expect(own!.differenceCi[1]).toBeGreaterThan(-100);
});

it("applies the effect to a risk from a named source, and says whose it is", () => {
  const ground = { source: "s", verified: "source-text" as const };
  const [, named] = pooled({ baselines: [{ risk: 0.1, whose: { en: "a registry" }, ground }] }).per1000;
  // By hand: half of 100.
  expect(named).toMatchObject({ whose: "a registry", without: 100, with: expect.closeTo(50, 9), difference: expect.closeTo(-50, 9) });
});

it("finds no more than 1,000 of 1,000", () => {
  const [own] = pooledOf("PS3").per1000;
  expect(own!.withCi[1]).toBe(1000);
});

it("says nothing where means are compared", () => expect(pooledOf("onfh-early-hhs").per1000).toEqual([]));
