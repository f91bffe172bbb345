import { randomUUID } from "node:crypto";
import { type Db, verifyChain } from "@calcar/storage";
import { eachEngine } from "@calcar/storage/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openHip } from "../hips/hip.store.ts";
import type { Save } from "../schema.ts";
import { createEvaluation, readEvaluation, type Saved, saveEvaluation } from "./evaluation.store.ts";
import { type EvaluationState, rebuild } from "./evaluation.ts";
import { evaluationAt, readHistory } from "./evaluation-history.store.ts";

const ana = { site: "clinic", actor: "ana", at: new Date("2026-11-21T12:00:00Z") };
const START: EvaluationState = { version: 1, asOf: "2026-11-20", facts: {} };

async function evaluationOf(db: Db): Promise<string> {
  const ids = { patient: randomUUID(), hip: randomUUID() };
  await openHip(db, ana, { pseudonym: `CAL-${ids.hip.slice(0, 8)}-1`, side: "left", ids });
  const id = randomUUID();
  await createEvaluation(db, ana, { id, hip: ids.hip, asOf: START.asOf });
  return id;
}

const save = (db: Db, id: string, change: Save, actor = "ana"): Promise<Saved> =>
  saveEvaluation(db, { ...ana, actor }, { id, save: change }, () => []);

/** Saves one fact, each time on top of what the refusal shows, until it is taken. */
async function insist(db: Db, id: string, fact: string): Promise<number> {
  for (let version = 1; ; ) {
    const saved = await save(db, id, { version, set: { [fact]: true } });
    if (saved.ok) return saved.value.version;
    if (!("theirs" in saved.refusal)) throw new Error(saved.refusal.code);
    version = saved.refusal.theirs.version;
  }
}

interface Move {
  readonly writer: "ana" | "ben";
  readonly looks: boolean; // whether the writer reads the record before saving
  readonly set: Record<string, number | boolean>;
  readonly clear: string[];
}

/** What should come of a move, given every state so far and the version that each writer has seen. */
function expected(states: readonly EvaluationState[], seen: Readonly<Record<string, number>>, { writer, set, clear }: Move) {
  const held = states.at(-1)!;
  if (seen[writer] !== held.version) return undefined;
  const kept = Object.entries(held.facts).filter(([fact]) => !clear.includes(fact));
  return { version: held.version + 1, asOf: held.asOf, facts: Object.fromEntries([...kept, ...Object.entries(set)]) };
}

async function play(db: Db, id: string, moves: readonly Move[]): Promise<readonly EvaluationState[]> {
  const seen: Record<string, number> = { ana: 1, ben: 1 };
  const states = [START];
  for (const move of moves) {
    if (move.looks) seen[move.writer] = states.at(-1)!.version;
    const next = expected(states, seen, move);
    const saved = await save(db, id, { version: seen[move.writer]!, set: move.set, clear: move.clear }, move.writer);
    expect(saved.ok).toBe(next !== undefined);
    if (next) states.push(next);
    if (next) seen[move.writer] = next.version;
  }
  return states;
}

const fact = (...ids: string[]) => fc.constantFrom(...ids);
const move: fc.Arbitrary<Move> = fc.record({
  writer: fc.constantFrom("ana", "ben"),
  looks: fc.boolean(),
  set: fc.dictionary(fact("a", "b", "c"), fc.oneof(fc.integer(), fc.boolean()), { maxKeys: 2, noNullPrototype: true }),
  clear: fc.subarray(["d", "e"]),
});

eachEngine((engine) => {
  it("lets one of fifty saves on the same version win", async () => {
    const db = await engine.emptyDb();
    const id = await evaluationOf(db);
    const saved = await Promise.all(Array.from({ length: 50 }, (_, n) => save(db, id, { version: 1, set: { [`fact.${n}`]: n } })));
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lost of saved.filter(({ ok }) => !ok)) expect(lost).toMatchObject({ refusal: { kind: "conflict", theirs: { version: 2 } } });
    expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 4 });
  });

  it("gives each version to one of twenty writers who insist, and keeps what all of them saved", { timeout: 60_000 }, async () => {
    const db = await engine.emptyDb();
    const id = await evaluationOf(db);
    const versions = await Promise.all(Array.from({ length: 20 }, (_, n) => insist(db, id, `fact.${n}`)));
    expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
    expect(await readEvaluation(db, ana, id)).toMatchObject({ value: { version: 21, recordedFacts: 20 } });
    expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 3 + 20 });
  });

  it("loses no accepted save and rebuilds every version, however two writers interleave", { timeout: 60_000 }, async () => {
    const db = await engine.emptyDb();
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), async (moves) => {
        const id = await evaluationOf(db);
        for (const value of await play(db, id, moves)) expect(await evaluationAt(db, ana, id, value.version)).toEqual({ ok: true, value });
        const history = await readHistory(db, ana, id);
        expect(await readEvaluation(db, ana, id)).toMatchObject({ value: rebuild(history.ok ? history.value : [])! });
      }),
      { numRuns: 20 },
    );
    expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true });
  });
});
