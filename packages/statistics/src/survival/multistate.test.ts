import { describe, expect, it } from "vitest";
import { type Spell, stateProbabilities } from "./multistate.ts";

const states = ["well", "ill", "dead"];
const spells: Spell[] = [
  { subject: "a", from: "well", entry: 0, time: 1, to: "ill" },
  { subject: "a", from: "ill", entry: 1, time: 4, to: "well" },
  { subject: "a", from: "well", entry: 4, time: 6, to: "dead" },
  { subject: "b", from: "well", entry: 0, time: 2, to: "ill" },
  { subject: "b", from: "ill", entry: 2, time: 5 },
  { subject: "c", from: "well", entry: 0, time: 3, to: "dead" },
  { subject: "d", from: "well", entry: 2.5, time: 7 },
];

describe("four subjects who fall ill, recover, die and come late", () => {
  const result = stateProbabilities(spells, states);

  it("passes the share of each state on, move by move", () => {
    const expected = [
      [2 / 3, 1 / 3, 0], // one of three falls ill
      [1 / 3, 2 / 3, 0], // one of two well
      [1 / 6, 2 / 3, 1 / 6], // d has joined: one of two well dies
      [1 / 2, 1 / 3, 1 / 6], // one of two ill recovers
      [1 / 2, 1 / 3, 1 / 6], // b leaves without a move
      [1 / 4, 1 / 3, 5 / 12], // one of two well dies
      [1 / 4, 1 / 3, 5 / 12],
    ];
    expect(result.ok && Array.from(result.value.time)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expected.forEach((line, i) => {
      line.forEach((value, j) => {
        expect(result.ok && result.value.probability[i]![j]).toBeCloseTo(value, 13);
      });
    });
  });

  it("has the binomial error after the first move: sqrt(1/3 2/3 / 3)", () => {
    expect(result.ok && result.value.se[0]![1]).toBeCloseTo(Math.sqrt(2 / 27), 13);
  });
});

it.each<[string, Spell[], string]>([
  ["nobody", [], "no-rows"],
  ["a state nobody announced", [{ subject: 1, from: "lost", entry: 0, time: 1 }], "spell"],
  ["a spell without length", [{ subject: 1, from: "well", entry: 1, time: 1 }], "spell"],
  ["NaN", [{ subject: 1, from: "well", entry: 0, time: Number.NaN }], "spell"],
])("refuses %s", (_, list, code) => {
  expect(stateProbabilities(list, states)).toMatchObject({ ok: false, refusal: { code } });
});
