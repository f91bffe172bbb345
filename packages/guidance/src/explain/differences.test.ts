import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { recommend } from "../recommend.ts";
import { differences } from "./differences.ts";

const asOf = "2026-11-21";
const given = recommend(catalog, { asOf, side: "left", facts: { "diagnosis.primary": "osteoarthritis", "stage.kellgren-lawrence": 4 } });

it("finds nothing between an answer and itself", () => expect(differences(given, given)).toEqual([]));

it("names reasons, positions and numbers that moved", () => {
  const line = {
    question: "PS3",
    kind: "effect" as const,
    asks: "?",
    measure: "RR",
    estimate: 0.746,
    ci: [0.281, 1.982] as [number, number],
    k: 4,
    certainty: "very-low" as const,
    lastSearched: asOf,
  };
  const then = { ...given, reasons: given.reasons.slice(1), positions: [], evidence: [{ ...line, estimate: 0.5, k: 3 }] };
  const today = { ...given, positions: [], evidence: [line] };
  expect(differences(then, today)).toEqual([
    `New among the reasons: ${given.reasons[0]!.criterion}.`,
    "The evidence on PS3 was RR 0.50 (0.28 to 1.98), 3 studies, certainty very-low and is RR 0.75 (0.28 to 1.98), 4 studies, certainty very-low today.",
  ]);
});

it("tells of a guideline that a later one has taken the place of since", () => {
  const [position] = given.positions;
  const standing = { is: "superseded" as const, by: "ACR/AF 2031" };
  const today = { ...given, positions: given.positions.map((one) => (one === position ? { ...one, standing } : one)) };
  expect(differences(given, today)).toEqual([`The guideline behind ${position!.id} has since been superseded by ACR/AF 2031.`]);
});
