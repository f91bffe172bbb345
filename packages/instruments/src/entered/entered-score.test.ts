import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { type Entered, enteredScore } from "./entered-score.ts";

const enter = (id: string, entered: Entered) => {
  const result = enteredScore(catalog.instruments.get(id)!, entered);
  return result.ok ? result.value : `${result.refusal.kind}/${result.refusal.code}`;
};

it("takes a score with its version and its range", () => {
  expect(enter("womac", { subscale: "function", value: 850, form: "vas-100", range: [0, 1700] })).toMatchObject({
    value: 850,
    range: [0, 1700],
    direction: "higher-worse",
    method: "entered",
    answered: 0,
  });
});

it("needs no version where an instrument has one only", () => {
  expect(enter("hoos", { subscale: "pain", value: 67.5, range: [0, 100] })).toMatchObject({ value: 67.5 });
});

it("turns the direction with the old form of the Oxford Hip Score, which must be named", () => {
  expect(enter("ohs", { subscale: "total", value: 38, range: [12, 60] })).toBe("incomplete/form-not-stated");
  expect(enter("ohs", { subscale: "total", value: 38, form: "1996", range: [12, 60] })).toMatchObject({ direction: "higher-worse" });
});

it("names what is unconfirmed about the scale", () => {
  expect(enter("jheq", { subscale: "total", value: 60, range: [0, 84] })).toMatchObject({ unconfirmed: ["points"] });
});

it.each<[string, Entered, string]>([
  ["a subscale there is not", { subscale: "knee", value: 1 }, "not-found/subscale"],
  ["a form there is not", { subscale: "pain", value: 1, form: "lk-2.0", range: [0, 20] }, "invalid/form-unknown"],
  ["no range", { subscale: "pain", value: 1, form: "lk-3.0" }, "incomplete/range-not-stated"],
  ["the range of another form", { subscale: "pain", value: 1, form: "lk-3.0", range: [0, 500] }, "conflict/range-of-another-form"],
  ["a value beyond it", { subscale: "pain", value: 21, form: "lk-3.0", range: [0, 20] }, "invalid/out-of-range"],
  ["no number", { subscale: "pain", value: Number.NaN, form: "lk-3.0", range: [0, 20] }, "invalid/out-of-range"],
])("refuses %s", (_, entered, refusal) => expect(enter("womac", entered)).toBe(refusal));
