import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { answerHeld } from "./answer-held.ts";

const evaluation = (facts: Record<string, string | number | boolean>) => ({ asOf: "2026-11-21", side: "left" as const, facts });

it("answers on facts that today's knowledge reads", () => {
  expect(answerHeld(catalog, evaluation({ "diagnosis.primary": "fracture" }))).toMatchObject({
    ok: true,
    value: { answer: "other-condition" },
  });
});

it("names the facts that today's knowledge no longer reads, and gives no answer on the rest", () => {
  expect(answerHeld(catalog, evaluation({ "diagnosis.primary": "fracture", "patient.shoe-size": 43, "stage.jic": "3C" }))).toEqual({
    ok: false,
    refusal: { kind: "invalid", code: "facts-no-longer-read", missing: ["facts.patient.shoe-size", "facts.stage.jic"] },
  });
});
