import { randomUUID } from "node:crypto";
import { type Db, verifyChain } from "@calcar/storage";
import { eachEngine } from "@calcar/storage/testing";
import { describe, expect, it } from "vitest";
import { openHip } from "../hips/hip.store.ts";
import { EvaluationRecord, type Save } from "../schema.ts";
import { createEvaluation, readEvaluation, saveEvaluation } from "./evaluation.store.ts";
import { evaluationAt, readHistory } from "./evaluation-history.store.ts";

const ana = { site: "clinic", actor: "ana", at: new Date("2026-11-21T12:00:00.123Z") };
const ben = { ...ana, actor: "ben", at: new Date("2026-11-21T12:05:00Z") };
const nothingWrong = () => [];

async function hipOf(db: Db, context = ana): Promise<string> {
  const ids = { patient: randomUUID(), hip: randomUUID() };
  const opened = await openHip(db, context, { pseudonym: `CAL-${ids.hip.slice(0, 4)}1`, side: "left", ids });
  return opened.ok ? opened.value.id : "";
}

async function evaluationOf(db: Db, context = ana): Promise<string> {
  const id = randomUUID();
  await createEvaluation(db, context, { id, hip: await hipOf(db, context), asOf: "2026-11-20" });
  return id;
}

const save = (db: Db, id: string, change: Save, context = ana) => saveEvaluation(db, context, { id, save: change }, nothingWrong);

eachEngine((engine) => {
  describe("an evaluation", () => {
    it("begins at version 1 without a fact", async () => {
      const db = await engine.emptyDb();
      const [id, hip] = [randomUUID(), await hipOf(db)];
      const created = await createEvaluation(db, ana, { id, hip, asOf: "2026-11-20" });
      expect(created).toMatchObject({
        ok: true,
        value: {
          id,
          hip: { id: hip, side: "left" },
          asOf: "2026-11-20",
          version: 1,
          recordedFacts: 0,
          facts: {},
          answers: [],
          lastAnswer: null,
        },
      });
      expect(EvaluationRecord.safeParse(created.ok && created.value).error).toBeUndefined();
    });

    it("is refused for a hip that nobody opened, and for a day to come", async () => {
      const db = await engine.emptyDb();
      const refused = { ok: false, refusal: { kind: "not-found", code: "hip" } };
      expect(await createEvaluation(db, ana, { id: randomUUID(), hip: randomUUID(), asOf: "2026-11-20" })).toEqual(refused);
      expect(await createEvaluation(db, ana, { id: randomUUID(), hip: "7", asOf: "2026-11-20" })).toEqual(refused);
      const later = await createEvaluation(db, ana, { id: randomUUID(), hip: await hipOf(db), asOf: "2027-11-20" });
      expect(later).toMatchObject({ refusal: { kind: "invalid", problems: [{ place: "asOf" }] } });
      expect((await db.query(`select * from evaluation`)).rows).toEqual([]);
    });

    it("holds what was saved, with who saved it last and when", async () => {
      const db = await engine.emptyDb();
      const id = await evaluationOf(db);
      await save(db, id, { version: 1, set: { "patient.bmi": 27.5, "pain.site": "groin", "red-flag.fever": false } });
      const saved = await save(db, id, { version: 2, set: { "patient.bmi": 28 }, clear: ["pain.site"], asOf: "2026-11-21" }, ben);

      const facts = { "patient.bmi": 28, "red-flag.fever": false };
      const value = { version: 3, asOf: "2026-11-21", facts, recordedFacts: 2, updatedBy: "ben", updatedAt: "2026-11-21T12:05:00.000Z" };
      expect(saved).toMatchObject({ ok: true, value });
      expect(await readEvaluation(db, ana, id)).toEqual(saved);
      expect(EvaluationRecord.safeParse(saved.ok && saved.value).error).toBeUndefined();
    });

    it.each(["no-id", "6f1c2b1e-0000-4000-8000-000000000001"])("%s is not found", async (id) => {
      const db = await engine.emptyDb();
      const refused = { ok: false, refusal: { kind: "not-found", code: "evaluation" } };
      expect(await readEvaluation(db, ana, id)).toEqual(refused);
      expect(await save(db, id, { version: 1 })).toEqual(refused);
      expect(await readHistory(db, ana, id)).toEqual(refused);
      expect(await evaluationAt(db, ana, id, 1)).toEqual(refused);
    });
  });

  describe("a save", () => {
    it("that breaks a rule stores nothing at all", async () => {
      const db = await engine.emptyDb();
      const id = await evaluationOf(db);
      const [before, links] = [await readEvaluation(db, ana, id), await verifyChain(db, "clinic")];
      const problems = [{ place: "facts.patient.bmi", problem: "300 is out of range", expected: "10 to 90 kg/m2" }];
      const refused = await saveEvaluation(db, ana, { id, save: { version: 1, set: { "patient.bmi": 300 } } }, () => problems);

      expect(refused).toEqual({ ok: false, refusal: { kind: "invalid", code: "evaluation", problems } });
      expect(await readEvaluation(db, ana, id)).toEqual(before);
      expect(await readHistory(db, ana, id)).toMatchObject({ value: { length: 1 } });
      expect(await verifyChain(db, "clinic")).toEqual(links);
    });

    it("that comes second is shown what the record holds now, and loses nothing of it", async () => {
      const db = await engine.emptyDb();
      const id = await evaluationOf(db);
      const first = await save(db, id, { version: 1, set: { "patient.bmi": 27 } }, ben);
      const second = await save(db, id, { version: 1, set: { "patient.bmi": 31 } });

      const theirs = first.ok ? first.value : undefined;
      expect(second).toEqual({ ok: false, refusal: { kind: "conflict", code: "moved-on", theirs } });
      expect(await readEvaluation(db, ana, id)).toEqual(first);
    });
  });

  describe("the history", () => {
    it("keeps each save with its words, its writer and its time", async () => {
      const db = await engine.emptyDb();
      const id = await evaluationOf(db);
      await save(db, id, { version: 1, set: { "patient.bmi": 27 }, clear: ["pain.site"] }, ben);
      expect(await readHistory(db, ana, id)).toEqual({
        ok: true,
        value: [
          { version: 1, asOf: "2026-11-20", set: {}, clear: [], at: ana.at, actor: "ana" },
          { version: 2, asOf: "2026-11-20", set: { "patient.bmi": 27 }, clear: ["pain.site"], at: ben.at, actor: "ben" },
        ],
      });
      expect(await evaluationAt(db, ana, id, 1)).toEqual({ ok: true, value: { version: 1, asOf: "2026-11-20", facts: {} } });
      expect(await evaluationAt(db, ana, id, 3)).toEqual({ ok: false, refusal: { kind: "not-found", code: "version" } });
    });
  });
});
