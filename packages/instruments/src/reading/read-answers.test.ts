import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsOf } from "../definition/items-of.ts";
import { readCell } from "./answer-value.ts";
import { readAnswers } from "./read-answers.ts";

const instrument = (id: string) => catalog.instruments.get(id)!;
const hoos = instrument("hoos");
const problems = (text: string | Uint8Array, id = "hoos", form?: string): string[] => {
  const read = readAnswers(instrument(id), text, { form });
  return read.ok ? [] : read.problems.map(({ place, problem, expected }) => `${place}: ${problem}; expected ${expected}`);
};

it("reads answers by item code", () => {
  expect(readAnswers(hoos, '{ "p1": 2, "s4": 0 }')).toEqual({ ok: true, value: { answers: { p1: 2, s4: 0 }, doubleMarks: [] } });
});

it("reads null as unanswered, and a text with a byte-order mark", () => {
  expect(readAnswers(hoos, '\uFEFF{ "p1": null, "p2": 1 }')).toMatchObject({ ok: true, value: { answers: { p2: 1 } } });
});

it("reads an option by its code or by its points", () => {
  expect(readAnswers(instrument("hhs"), '{ "pain": "slight", "limp": 8 }')).toMatchObject({
    ok: true,
    value: { answers: { pain: 40, limp: 8 } },
  });
});

it("takes answers to all of HOOS for a form that is part of it", () => {
  expect(readAnswers(instrument("hoos-jr"), '{ "p5": 1, "q4": 2 }')).toMatchObject({ ok: true, value: { answers: { p5: 1, q4: 2 } } });
  expect(problems('{ "q4": 7 }', "hoos-jr")).toEqual(["q4: 7; expected a whole number from 0 to 4"]);
});

it("reads what any form takes while none is stated: the score is refused for that", () => {
  expect(readAnswers(instrument("womac"), '{ "pain-1": 45 }')).toMatchObject({ ok: true, value: { answers: { "pain-1": 45 } } });
  expect(problems('{ "pain-1": 101 }', "womac")).toHaveLength(1);
});

describe("two boxes ticked", () => {
  it("take the worse where the instrument says so, and are stored", () => {
    expect(readAnswers(hoos, '{ "p1": [1, 3] }')).toEqual({
      ok: true,
      value: { answers: { p1: 3 }, doubleMarks: [{ item: "p1", marks: [1, 3], taken: 3 }] },
    });
  });
  it("are refused where no rule was read", () => {
    expect(problems('{ "q1": [1, 3] }', "ohs")).toEqual(["q1: 2 values for one item; expected one value"]);
    expect(problems('{ "p1": [2] }')).toEqual(["p1: 1 values for one item; expected one value, or a list of those ticked"]);
  });
});

describe("names what is wrong", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", 'answers: empty; expected a JSON object of item codes and answers: { "p1": 2 }'],
    ["a list", "[2]", "answers: a list"],
    ["an unknown item", '{ "p11": 2 }', "p11: unknown item; expected one of s1, s2"],
    ["a code in another case", '{ "P1": 2 }', "P1: unknown item: codes are in lower case; expected p1"],
    ["a value outside the options", '{ "p1": 5 }', "p1: 5; expected a whole number from 0 to 4"],
    ["a fraction", '{ "p1": 2.5 }', "p1: 2.5; expected a whole number from 0 to 4"],
    ["a number as text", '{ "p1": "2" }', 'p1: "2", a text; expected a whole number from 0 to 4'],
    ["a word", '{ "p1": "two" }', 'p1: "two"; expected a whole number'],
    ["a truth value", '{ "p1": true }', "p1: true"],
    ["an item twice", '{ "p1": 2, "p1": 3 }', "p1: stated twice; expected each field once"],
    ["a decimal comma", '{ "p1": 2,5 }', "p1: 2,5 has a decimal comma; expected a decimal point"],
    ["a hostile key", '{ "__proto__": { "p1": 1 }, "constructor": 1 }', "constructor: unknown item"],
  ])("%s", (_, text, expected) => expect(problems(text).join("\n")).toContain(expected));

  it("a form there is not", () =>
    expect(problems("{}", "womac", "likert")).toEqual(["form: likert is no form of womac; expected one of lk-3.0, vas-100, nrs-11"]));
  it("a value of another form", () =>
    expect(problems('{ "pain-1": 45 }', "womac", "lk-3.0")).toEqual(["pain-1: 45; expected a whole number from 0 to 4"]));
  it("every problem at once", () => expect(problems('{ "p1": 9, "p2": "x", "zz": 1 }')).toHaveLength(3));
});

describe("a cell of a table", () => {
  const [p1] = itemsOf(hoos).filter(({ code }) => code === "p1");
  const vas = itemsOf(instrument("patient-global-vas"))[0]!;
  it("is a number, or unanswered when empty", () =>
    expect([readCell(p1!, " 3 "), readCell(p1!, ""), readCell(vas, "41.5")]).toEqual([3, Number.NaN, 41.5]));
  it.each([
    ["2,5", "2,5 has a decimal comma"],
    ["two", '"two"'],
    ["5", "5"],
    ["1e0", '"1e0"'],
    ["0x1", '"0x1"'],
    ["Infinity", '"Infinity"'],
    ["NA", '"NA"'],
  ])("names %s", (cell, problem) => expect(readCell(p1!, cell)).toMatchObject({ place: "p1", problem }));
});

it("answers any text with answers or with problems, never with an exception", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((json) => `{"p1": ${json}}`),
      ),
      (text) => {
        const read = readAnswers(hoos, text);
        return read.ok ? Object.values(read.value.answers).every((value) => value >= 0 && value <= 4) : read.problems.length > 0;
      },
    ),
  );
});
