import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, asOfProblems, decideSave, type EvaluationEvent, type EvaluationState, openEvaluation, rebuild } from "./evaluation.ts";

const now = new Date("2026-11-21T12:00:00Z");
const nothingWrong = () => [];
const held = { state: { version: 3, asOf: "2026-11-20", facts: { "patient.bmi": 27, "pain.site": "groin" } }, side: "left" as const };

describe("a save", () => {
  it("leads to the next version with what it sets and takes back", () => {
    const decision = decideSave(
      held,
      { version: 3, set: { "patient.bmi": 28 }, clear: ["pain.site"], asOf: "2026-11-21" },
      nothingWrong,
      now,
    );
    const event = { version: 4, asOf: "2026-11-21", set: { "patient.bmi": 28 }, clear: ["pain.site"] };
    expect(decision).toEqual({ ok: true, value: event });
    expect(apply(held.state, event)).toEqual({ version: 4, asOf: "2026-11-21", facts: { "patient.bmi": 28 } });
  });

  it("makes a version even when it changes nothing", () => {
    expect(decideSave(held, { version: 3 }, nothingWrong, now)).toEqual({
      ok: true,
      value: { version: 4, asOf: "2026-11-20", set: {}, clear: [] },
    });
  });

  it.each([1, 2, 4, 400])("on top of version %i is refused: the record holds 3", (version) => {
    const decision = decideSave(held, { version, set: { "patient.bmi": 28 } }, nothingWrong, now);
    expect(decision).toEqual({ ok: false, refusal: { kind: "conflict", code: "moved-on" } });
  });

  it("is checked as the record would be, on the day it would have and the side it has", () => {
    const seen: unknown[] = [];
    const problem = { place: "facts.patient.bmi", problem: "300 is out of range", expected: "10 to 90" };
    const validate = (...given: unknown[]) => {
      seen.push(given);
      return [problem];
    };
    const decision = decideSave(held, { version: 3, set: { "patient.bmi": 300 }, asOf: "2026-11-19" }, validate, now);
    expect(seen).toEqual([[{ "patient.bmi": 300, "pain.site": "groin" }, "2026-11-19", "left"]]);
    expect(decision).toEqual({ ok: false, refusal: { kind: "invalid", code: "evaluation", problems: [problem] } });
  });

  it("names every problem at once: a fact set and taken back, a day to come, and what is wrong with the facts", () => {
    const save = { version: 3, set: { "patient.bmi": 28 }, clear: ["patient.bmi", "patient.bmi"], asOf: "2026-12-01" };
    const wrong = { place: "facts.x", problem: "p", expected: "e" };
    const decision = decideSave(held, save, () => [wrong], now);
    expect(decision).toMatchObject({ refusal: { problems: [{ place: "facts.patient.bmi" }, { place: "asOf" }, wrong] } });
  });
});

describe("the day of an evaluation", () => {
  it.each(["2026-11-21", "2026-11-20", "1999-01-01"])("may be %s", (asOf) => expect(asOfProblems(asOf, now)).toEqual([]));

  it("may be tomorrow only where tomorrow has begun", () => {
    expect(asOfProblems("2026-11-22", now)).toEqual([]); // 02:00 at UTC+14
    expect(asOfProblems("2026-11-22", new Date("2026-11-21T09:59:00Z"))).toHaveLength(1);
    expect(asOfProblems("2026-11-23", now)).toHaveLength(1);
  });

  it("in the future opens no evaluation", () => {
    expect(openEvaluation("2027-01-01", now)).toMatchObject({ ok: false, refusal: { kind: "invalid", code: "evaluation" } });
    expect(openEvaluation("2026-11-21", now)).toEqual({ ok: true, value: { version: 1, asOf: "2026-11-21", set: {}, clear: [] } });
  });
});

const factId = fc.constantFrom("a", "b", "c", "d", "e", "__proto__", "constructor");
const facts = fc.dictionary(factId, fc.oneof(fc.integer(), fc.boolean(), fc.string()), { noNullPrototype: true });
const saves = fc.array(fc.record({ set: facts, clear: fc.array(factId), asOf: fc.constantFrom("2026-11-01", "2026-11-21") }), {
  maxLength: 12,
});

describe("the history of an evaluation", () => {
  it("rebuilds every version that ever was", () => {
    fc.assert(
      fc.property(saves, (list) => {
        const events: EvaluationEvent[] = [{ version: 1, asOf: "2026-11-01", set: {}, clear: [] }];
        const states: EvaluationState[] = [{ version: 1, asOf: "2026-11-01", facts: {} }];
        for (const { set, clear, asOf } of list) {
          const save = { version: states.length, set, clear: clear.filter((fact) => !Object.hasOwn(set, fact)), asOf };
          const decision = decideSave({ state: states.at(-1)!, side: "left" }, save, nothingWrong, now);
          if (!decision.ok) throw new Error("a save on top of the last version was refused");
          events.push(decision.value);
          states.push(apply(states.at(-1)!, decision.value));
        }
        for (const [index, state] of states.entries()) expect(rebuild(events.slice(0, index + 1))).toEqual(state);
      }),
    );
  });

  it("holds exactly what was set last and not taken back since", () => {
    fc.assert(
      fc.property(saves, (list) => {
        const model = new Map<string, unknown>();
        let state: EvaluationState = { version: 1, asOf: "2026-11-01", facts: {} };
        for (const { set, clear, asOf } of list) {
          for (const fact of clear) model.delete(fact);
          for (const [fact, value] of Object.entries(set)) model.set(fact, value);
          state = apply(state, { version: state.version + 1, asOf, set, clear });
        }
        expect(new Map(Object.entries(state.facts))).toEqual(model);
      }),
    );
  });

  it("of no events is no evaluation", () => expect(rebuild([])).toBeUndefined());
});
