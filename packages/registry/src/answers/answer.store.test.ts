import { randomUUID } from "node:crypto";
import type { Evaluation } from "@calcar/guidance/schema";
import { type Db, verifyChain } from "@calcar/storage";
import { eachEngine } from "@calcar/storage/testing";
import { ok, refuse } from "@calcar/vocabulary";
import { expect, it } from "vitest";
import { createEvaluation, readEvaluation, saveEvaluation } from "../evaluations/evaluation.store.ts";
import { openHip } from "../hips/hip.store.ts";
import { EvaluationRecord, StoredAnswer } from "../schema.ts";
import { sampleRecommendation } from "../testing/sample-recommendation.ts";
import { answerEvaluation, readAnswer } from "./answer.store.ts";

const ana = { site: "clinic", actor: "ana", at: new Date("2026-11-21T12:00:00.001Z") };
const facts = { "red-flag.fever": true, "patient.bmi": 27.5 };
const recommend = ({ asOf, side }: Evaluation) => ok(sampleRecommendation(asOf, side));

async function evaluationOf(db: Db): Promise<string> {
  const [id, ids] = [randomUUID(), { patient: randomUUID(), hip: randomUUID() }];
  await openHip(db, ana, { pseudonym: "CAL-001", side: "right", ids });
  await createEvaluation(db, ana, { id, hip: ids.hip, asOf: "2026-11-20" });
  await saveEvaluation(db, ana, { id, save: { version: 1, set: facts } }, () => []);
  return id;
}

eachEngine((engine) => {
  it("keeps the answer beside the facts it was given on", async () => {
    const db = await engine.emptyDb();
    const [evaluation, id] = [await evaluationOf(db), randomUUID()];
    const seen: Evaluation[] = [];

    const answered = await answerEvaluation(db, ana, { id, evaluation, version: 2 }, (given) => {
      seen.push(given);
      return recommend(given);
    });

    expect(seen).toEqual([{ asOf: "2026-11-20", side: "right", facts }]);
    expect(answered).toEqual({
      ok: true,
      value: {
        ...{ id, evaluation, version: 2, asOf: "2026-11-20", facts },
        hip: {
          id: expect.any(String),
          patient: expect.any(String),
          pseudonym: "CAL-001",
          side: "right",
          createdAt: "2026-11-21T12:00:00.001Z",
        },
        recommendation: sampleRecommendation("2026-11-20", "right"),
        answeredAt: "2026-11-21T12:00:00.001Z",
        answeredBy: "ana",
      },
    });
    expect(StoredAnswer.safeParse(answered.ok && answered.value).error).toBeUndefined();
    expect(await readAnswer(db, ana, id)).toEqual(answered);
  });

  it("still says what it said after the evaluation moved on", async () => {
    const db = await engine.emptyDb();
    const [evaluation, id] = [await evaluationOf(db), randomUUID()];
    const answered = await answerEvaluation(db, ana, { id, evaluation, version: 2 }, recommend);
    await saveEvaluation(db, ana, { id: evaluation, save: { version: 2, set: { "patient.bmi": 40 }, asOf: "2026-11-21" } }, () => []);
    expect(await readAnswer(db, ana, id)).toEqual(answered);
  });

  it("is refused for a version that the record has left, and for one it never had", async () => {
    const db = await engine.emptyDb();
    const evaluation = await evaluationOf(db);
    for (const version of [1, 3]) {
      const refused = await answerEvaluation(db, ana, { id: randomUUID(), evaluation, version }, recommend);
      expect(refused).toEqual({ ok: false, refusal: { kind: "conflict", code: "moved-on" } });
    }
    expect((await db.query(`select * from answer`)).rows).toEqual([]);
  });

  it("adds another answer when asked again, and the evaluation lists both, the last one first to be seen", async () => {
    const db = await engine.emptyDb();
    const [evaluation, first, second] = [await evaluationOf(db), randomUUID(), randomUUID()];
    await answerEvaluation(db, ana, { id: first, evaluation, version: 2 }, recommend);
    await answerEvaluation(db, { ...ana, actor: "ben" }, { id: second, evaluation, version: 2 }, recommend);

    const read = await readEvaluation(db, ana, evaluation);
    const line = { answer: "urgent-referral", version: 2, knowledge: "sha256-of-knowledge", answeredAt: "2026-11-21T12:00:00.001Z" };
    expect(read).toMatchObject({
      value: {
        answers: [
          { ...line, id: first, answeredBy: "ana" },
          { ...line, id: second, answeredBy: "ben" },
        ],
        lastAnswer: { id: second, answer: "urgent-referral", answeredAt: line.answeredAt },
      },
    });
    expect(EvaluationRecord.safeParse(read.ok && read.value).error).toBeUndefined();
  });

  it("passes on what the decision refuses, and keeps nothing when it refuses or throws", async () => {
    const db = await engine.emptyDb();
    const asked = { id: randomUUID(), evaluation: await evaluationOf(db), version: 2 };
    const before = await verifyChain(db, "clinic");
    const no = refuse("incomplete", "side", ["hip.side"]);
    expect(await answerEvaluation(db, ana, asked, () => no)).toEqual(no);
    const broken = () => {
      throw new Error("a defect in the decision");
    };
    await expect(answerEvaluation(db, ana, asked, broken)).rejects.toThrow("a defect in the decision");
    expect((await db.query(`select * from answer`)).rows).toEqual([]);
    expect(await verifyChain(db, "clinic")).toEqual(before);
  });

  it.each(["no-id", "6f1c2b1e-0000-4000-8000-000000000001"])("is not found at %s", async (id) => {
    const db = await engine.emptyDb();
    expect(await readAnswer(db, ana, id)).toEqual({ ok: false, refusal: { kind: "not-found", code: "answer" } });
    const asked = { id: randomUUID(), evaluation: id, version: 1 };
    expect(await answerEvaluation(db, ana, asked, recommend)).toEqual({ ok: false, refusal: { kind: "not-found", code: "evaluation" } });
  });
});
