import { catalog } from "@calcar/catalog/testing";
import type { StoredAnswer } from "@calcar/contract";
import { type Facts, recommend } from "@calcar/guidance";
import { expect, it } from "vitest";
import { answerToday } from "./answer-today.ts";

const asOf = "2026-11-21";
const facts: Facts = { "diagnosis.primary": "osteoarthritis", "stage.kellgren-lawrence": 4 };
const given = recommend(catalog, { asOf, side: "left", facts });

function stored(over: Partial<Pick<StoredAnswer, "facts" | "recommendation">> = {}): StoredAnswer {
  const id = "0193a1f0-0000-7000-8000-000000000000";
  const at = "2026-11-21T12:00:00.000Z";
  const hip = { id, patient: id, pseudonym: "H-101", side: "left" as const, createdAt: at };
  return { id, evaluation: id, version: 2, hip, asOf, facts, recommendation: given, answeredAt: at, answeredBy: "ana", ...over };
}

it("finds nothing different on the same knowledge", () => {
  expect(answerToday(catalog, stored())).toMatchObject({ sameKnowledge: true, sameAnswer: true, differences: [], recommendation: given });
});

it("says that today's knowledge answers otherwise", () => {
  const then = { ...given, answer: "not-now" as const, knowledge: "0000000000000000" };
  const today = answerToday(catalog, stored({ recommendation: then }));
  expect(today).toMatchObject({ sameKnowledge: false, sameAnswer: false });
  expect(today.differences).toEqual([`The answer was not-now and is ${given.answer} today.`]);
});

it("leaves a fact out that today's knowledge does not read, and says so", () => {
  const today = answerToday(catalog, stored({ facts: { ...facts, "patient.shoe-size": 43 } }));
  expect(today.sameAnswer).toBe(true);
  expect(today.differences).toEqual(["Today's knowledge does not read the recorded patient.shoe-size; it was left out."]);
});
