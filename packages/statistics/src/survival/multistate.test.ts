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

  it("has R's errors after every move, with histories that differ within a state (survival 3.5-3, survfit with istate and id)", () => {
    const inR = [
      [0.272165526975909, 0.272165526975909, 0],
      [0.272165526975909, 0.272165526975909, 0],
      [0.117851130197758, 0.272165526975909, 0.22566773346211],
      [0.263523138347365, 0.272165526975909, 0.22566773346211],
      [0.263523138347365, 0.272165526975909, 0.22566773346211],
      [0.195433989992643, 0.272165526975909, 0.306186217847897],
      [0.195433989992643, 0.272165526975909, 0.306186217847897],
    ];
    if (!result.ok) throw new Error(result.refusal.code);
    for (const [i, line] of inR.entries()) for (const [j, se] of line.entries()) expect(result.value.se[i]![j]).toBeCloseTo(se, 13);
  });

  it("has the binomial error after the first move: sqrt(1/3 2/3 / 3)", () => {
    expect(result.ok && result.value.se[0]![1]).toBeCloseTo(Math.sqrt(2 / 27), 13);
  });
});

describe("three start well and one ill", () => {
  const stay = (subject: number, from: string, time: number): Spell => ({ subject, from, entry: 0, time });

  it("with the error of a share: sqrt(3/4 1/4 / 4)", () => {
    const result = stateProbabilities([stay(1, "well", 1), stay(2, "well", 1), stay(3, "well", 1), stay(4, "ill", 1)], states);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(Array.from(result.value.probability[0]!)).toEqual([3 / 4, 1 / 4, 0]);
    [Math.sqrt(3 / 64), Math.sqrt(3 / 64), 0].forEach((se, j) => {
      expect(result.value.se[0]![j]).toBeCloseTo(se, 13);
    });
  });

  it("and when one falls ill, two of four are: sqrt(1/2 1/2 / 4)", () => {
    const moves: Spell[] = [
      { subject: 1, from: "well", entry: 0, time: 1, to: "ill" },
      stay(2, "well", 2),
      stay(3, "well", 2),
      stay(4, "ill", 2),
    ];
    const result = stateProbabilities(moves, states);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.probability[0]![1]).toBeCloseTo(1 / 2, 13);
    expect(result.value.se[0]![1]).toBeCloseTo(1 / 4, 13);
  });

  it("and when the ill one recovers and dies, one of four is dead: sqrt(1/4 3/4 / 4)", () => {
    const moves: Spell[] = [
      { subject: 4, from: "ill", entry: 0, time: 1, to: "well" },
      { subject: 4, from: "well", entry: 1, time: 2, to: "dead" },
      stay(1, "well", 3),
      stay(2, "well", 3),
      stay(3, "well", 3),
    ];
    const result = stateProbabilities(moves, states);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.probability[1]![2]).toBeCloseTo(1 / 4, 13);
    expect(result.value.se[1]![2]).toBeCloseTo(Math.sqrt(3 / 64), 13);
  });
});

it.each<[string, Spell[], object]>([
  ["a subject that is no number", [{ subject: Number.NaN, from: "well", entry: 0, time: 1 }], { kind: "invalid", code: "spell" }],
  ["nobody", [], { kind: "incomplete", code: "no-rows" }],
  ["a state nobody announced", [{ subject: 1, from: "lost", entry: 0, time: 1 }], { kind: "invalid", code: "spell", missing: ["row 0"] }],
  ["a move to one", [{ subject: 1, from: "well", entry: 0, time: 1, to: "lost" }], { kind: "invalid", code: "spell", missing: ["row 0"] }],
  ["a spell without length", [{ subject: 1, from: "well", entry: 1, time: 1 }], { kind: "invalid", code: "spell", missing: ["row 0"] }],
  ["a time that is not a number", [{ subject: 1, from: "well", entry: 0, time: Number.NaN }], { kind: "invalid", code: "spell" }],
  ["no beginning", [{ subject: 1, from: "well", entry: -Infinity, time: 1 }], { kind: "invalid", code: "spell" }],
  ["no end", [{ subject: 1, from: "well", entry: 0, time: Infinity }], { kind: "invalid", code: "spell" }],
])("refuses %s", (_, list, refusal) => {
  expect(stateProbabilities(list, states)).toMatchObject({ ok: false, refusal });
});

it("names twenty unusable spells at most", () => {
  const lost = Array.from({ length: 30 }, (_, subject): Spell => ({ subject, from: "lost", entry: 0, time: 1 }));
  const result = stateProbabilities(lost, states);
  expect(result.ok ? 0 : result.refusal.missing?.length).toBe(20);
});
