import type { EvaluationRecord } from "@calcar/contract";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { applyEdits, type Edits } from "./edits.ts";
import type { Draft } from "./save-state.ts";
import { openSaver, type SaveOutcome } from "./saver.ts";

const first = {
  id: "e1",
  hip: { id: "h1", patient: "p1", pseudonym: "P-014", side: "left", createdAt: "2026-11-21T09:00:00.000Z" },
  asOf: "2026-11-21",
  version: 1,
  recordedFacts: 0,
  updatedAt: "2026-11-21T09:00:00.000Z",
  updatedBy: "A",
  lastAnswer: null,
  facts: {},
  answers: [],
} satisfies EvaluationRecord;

/** A server that keeps one evaluation, can fall silent, and counts its saves. */
function smallServer() {
  let record: EvaluationRecord = first;
  const server = {
    silent: false,
    saves: [] as Edits[],
    draft: undefined as Draft | undefined,
    send: async (version: number, edits: Edits): Promise<SaveOutcome> => {
      if (server.silent) return { kind: "failed", trouble: { kind: "unreached" } };
      if (version !== record.version) return { kind: "overtaken", theirs: record };
      server.saves.push(edits);
      record = { ...record, ...applyEdits(record, edits), version: version + 1 };
      return { kind: "saved", record };
    },
    keepDraft: (draft: Draft | undefined) => {
      server.draft = draft;
    },
  };
  return server;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("waits for a pause and saves once", async () => {
  const server = smallServer();
  const saver = openSaver(first, undefined, server);
  saver.editFact("a", 1);
  await vi.advanceTimersByTimeAsync(300);
  saver.editFact("a", 12);
  await vi.advanceTimersByTimeAsync(300);
  expect(server.saves).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.saves).toEqual([{ set: { a: 12 }, clear: [] }]);
  expect(server.draft).toBeUndefined();
});

it("keeps a draft while the server is silent and saves it when it is back", async () => {
  const server = smallServer();
  server.silent = true;
  const saver = openSaver(first, undefined, server);
  saver.editFact("a", 1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saver.read().trouble).toEqual({ kind: "unreached" });
  expect(server.draft).toMatchObject({ version: 1, edits: { set: { a: 1 } } });
  server.silent = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saver.read()).toMatchObject({ trouble: undefined, record: { version: 2, facts: { a: 1 } } });
  expect(server.draft).toBeUndefined();
});

it("sends at once when flushed", async () => {
  const server = smallServer();
  const saver = openSaver(first, undefined, server);
  saver.editFact("a", 1);
  expect((await saver.flush()).record.version).toBe(2);
});

it("sends a draft of an earlier sitting by itself", async () => {
  const server = smallServer();
  openSaver(first, { version: 1, before: first, edits: { set: { a: 3 }, clear: [] } }, server).subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.saves).toHaveLength(1);
});

it("stops at a conflict until it is resolved", async () => {
  const server = smallServer();
  const mine = openSaver(first, undefined, server);
  const theirs = openSaver(first, undefined, server);
  theirs.editFact("a", 9);
  await theirs.flush();
  mine.editFact("a", 1);
  expect((await mine.flush()).theirs?.facts).toEqual({ a: 9 });
  mine.editFact("b", 2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.saves).toHaveLength(1);
  mine.resolve({ a: "mine", b: "mine" });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(mine.read().record).toMatchObject({ version: 3, facts: { a: 1, b: 2 } });
});
