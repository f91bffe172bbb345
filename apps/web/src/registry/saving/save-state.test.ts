import type { EvaluationRecord } from "@calcar/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits, type FactValue } from "./edits.ts";
import { canSend, draftOf, next, opened, type SaveEvent, type SaveState, shown } from "./save-state.ts";

const record = (version: number, facts: Record<string, FactValue>, asOf = "2026-11-21"): EvaluationRecord => ({
  id: "4f7b1b4e-2f0a-4c39-9d43-1d1f5f2f6a01",
  hip: {
    id: "4f7b1b4e-2f0a-4c39-9d43-1d1f5f2f6a02",
    patient: "4f7b1b4e-2f0a-4c39-9d43-1d1f5f2f6a03",
    pseudonym: "P-014",
    side: "left",
    createdAt: "2026-11-21T09:00:00.000Z",
  },
  asOf,
  version,
  recordedFacts: Object.keys(facts).length,
  updatedAt: `2026-11-21T10:00:0${version}.000Z`,
  updatedBy: "A",
  lastAnswer: null,
  facts,
  answers: [],
});
const play = (state: SaveState, ...events: SaveEvent[]): SaveState => events.reduce(next, state);
const edit = (fact: string, value: FactValue | undefined): SaveEvent => ({ type: "fact-edited", fact, value });

it("keeps what is typed while a save is under way for the next one", () => {
  const state = play(opened(record(1, {}), undefined), edit("a", 1), { type: "sent" }, edit("b", 2));
  expect(state).toMatchObject({ sending: { set: { a: 1 } }, waiting: { set: { b: 2 } } });
  const after = next(state, { type: "saved", record: record(2, { a: 1 }) });
  expect(shown(after).facts).toEqual({ a: 1, b: 2 });
  expect(canSend(after)).toBe(true);
  expect(draftOf(after)).toMatchObject({ version: 2, edits: { set: { b: 2 } } });
});

it("puts a failed save back in front of what was typed since", () => {
  const events: SaveEvent[] = [edit("a", 1), { type: "sent" }, edit("a", 2), { type: "failed", trouble: { kind: "unreached" } }];
  const state = play(opened(record(1, {}), undefined), ...events);
  expect(state).toMatchObject({ waiting: { set: { a: 2 } }, sending: undefined, trouble: { kind: "unreached" } });
});

it("sends nothing while a conflict is open, and saves the choices on top of their version", () => {
  const theirs = record(2, { a: 9, c: 5 });
  const events: SaveEvent[] = [edit("a", 1), edit("b", 2), { type: "sent" }, { type: "overtaken", theirs }];
  const state = play(opened(record(1, { a: 0 }), undefined), ...events);
  expect(state.theirs).toBe(theirs);
  expect(canSend(state)).toBe(false);
  const after = next(state, { type: "resolved", choices: { a: "mine", b: "mine", c: "theirs" } });
  expect(after).toMatchObject({ record: { version: 2 }, theirs: undefined, waiting: { set: { a: 1, b: 2 }, clear: [] } });
  expect(shown(after).facts).toEqual({ a: 1, b: 2, c: 5 });
});

it("recognises its own save when only the answer to it was lost", () => {
  const events: SaveEvent[] = [edit("a", 1), { type: "sent" }, { type: "failed", trouble: { kind: "unreached" } }, { type: "sent" }];
  const state = play(opened(record(1, {}), undefined), ...events, { type: "overtaken", theirs: record(2, { a: 1 }) });
  expect(state).toMatchObject({ record: { version: 2 }, theirs: undefined, waiting: { set: {}, clear: [] } });
});

it("opens with the draft of this device on top, or as a conflict when the record moved on", () => {
  const draft = { version: 1, before: { asOf: "2026-11-21", facts: { a: 0 } }, edits: { set: { a: 1 }, clear: [] } };
  expect(shown(opened(record(1, { a: 0 }), draft)).facts).toEqual({ a: 1 });
  expect(opened(record(2, { a: 7 }), draft).theirs?.version).toBe(2);
  expect(shown(opened(record(2, { a: 0 }), draft)).facts).toEqual({ a: 1 });
});

/** The server takes what was sent; nothing happens when nothing was. */
function takeSent(state: SaveState): SaveState {
  if (state.sending === undefined) return state;
  const { facts } = applyEdits(state.record, state.sending);
  return next(state, { type: "saved", record: record(state.record.version + 1, { ...facts }) });
}

it("never loses the last thing typed into a fact, whatever the server does", () => {
  const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
  const fact = fc.constantFrom("a", "b", "c");
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fact, value).map(([name, typed]) => edit(name, typed)) },
    { weight: 2, arbitrary: fc.constant<SaveEvent>({ type: "sent" }) },
    { weight: 1, arbitrary: fc.constant<SaveEvent>({ type: "failed", trouble: { kind: "unreached" } }) },
    { weight: 1, arbitrary: fc.constant("saved" as const) },
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let state = opened(record(1, {}), undefined);
      const typed = new Map<string, FactValue | undefined>();
      for (const one of events) {
        state = one === "saved" ? takeSent(state) : next(state, one);
        if (one !== "saved" && one.type === "fact-edited") typed.set(one.fact, one.value);
        for (const [name, last] of typed) expect(shown(state).facts[name]).toBe(last);
      }
    }),
  );
});
