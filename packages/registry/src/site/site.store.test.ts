import { randomUUID } from "node:crypto";
import { type Db, verifyChain } from "@calcar/storage";
import { eachEngine } from "@calcar/storage/testing";
import { ok } from "@calcar/vocabulary";
import { expect, it } from "vitest";
import { answerEvaluation, readAnswer } from "../answers/answer.store.ts";
import { createEvaluation, readEvaluation, saveEvaluation } from "../evaluations/evaluation.store.ts";
import { readHistory } from "../evaluations/evaluation-history.store.ts";
import { openHip } from "../hips/hip.store.ts";
import { listPatients } from "../patients/patient.store.ts";
import { sampleRecommendation } from "../testing/sample-recommendation.ts";
import { listHips, readOverview } from "./overview.store.ts";

const minute = (n: number) => new Date(Date.UTC(2026, 10, 21, 12, n));
const here = (n = 0) => ({ site: "clinic", actor: "ana", at: minute(n) });
const there = (n = 0) => ({ site: "elsewhere", actor: "eve", at: minute(n) });

async function hip(db: Db, context: ReturnType<typeof here>, pseudonym: string, side: "left" | "right"): Promise<string> {
  const opened = await openHip(db, context, { pseudonym, side, ids: { patient: randomUUID(), hip: randomUUID() } });
  return opened.ok ? opened.value.id : "";
}

async function evaluation(db: Db, context: ReturnType<typeof here>, ofHip: string): Promise<string> {
  const id = randomUUID();
  await createEvaluation(db, context, { id, hip: ofHip, asOf: "2026-11-20" });
  return id;
}

const answer = (db: Db, context: ReturnType<typeof here>, of: string, id: string = randomUUID()) =>
  answerEvaluation(db, context, { id, evaluation: of, version: 1 }, ({ asOf, side }) => ok(sampleRecommendation(asOf, side)));

eachEngine((engine) => {
  it("shows nothing of a site without a record", async () => {
    const db = await engine.emptyDb();
    expect(await readOverview(db, here())).toEqual({ evaluations: [], counts: { hips: 0, patients: 0, evaluations: 0, unanswered: 0 } });
    expect(await listHips(db, here())).toEqual([]);
    expect(await listPatients(db, here())).toEqual([]);
  });

  it("shows the twenty evaluations touched last and counts them all", { timeout: 60_000 }, async () => {
    const db = await engine.emptyDb();
    const left = await hip(db, here(), "CAL-001", "left");
    const right = await hip(db, here(), "CAL-001", "right");
    const ids: string[] = [];
    for (let n = 1; n <= 22; n += 1) ids.push(await evaluation(db, here(n), n % 2 ? left : right));
    await saveEvaluation(db, here(30), { id: ids[0]!, save: { version: 1, set: { a: 1 } } }, () => []);
    await answer(db, here(31), ids[21]!);

    const { evaluations, counts } = await readOverview(db, here());
    expect(counts).toEqual({ hips: 2, patients: 1, evaluations: 22, unanswered: 21 });
    expect(evaluations.map(({ id }) => id)).toEqual([ids[0], ...ids.slice(3).reverse()]);
    expect(evaluations[0]).toMatchObject({ version: 2, recordedFacts: 1, lastAnswer: null });
    expect(evaluations[1]).toMatchObject({ lastAnswer: { answer: "urgent-referral" } });
  });

  it("lists each hip with its own evaluations, latest first", async () => {
    const db = await engine.emptyDb();
    const b = await hip(db, here(), "cal-b2", "right");
    const a = await hip(db, here(), "CAL-A1", "left");
    const [first, second] = [await evaluation(db, here(1), b), await evaluation(db, here(2), b)];

    const hips = await listHips(db, here());
    expect(hips.map(({ id, pseudonym, side }) => [id, pseudonym, side])).toEqual([
      [a, "CAL-A1", "left"],
      [b, "cal-b2", "right"],
    ]);
    expect(hips.map((one) => one.evaluations.map(({ id }) => id))).toEqual([[], [second, first]]);
  });

  it("lets no site see, take or change what another has", async () => {
    const db = await engine.emptyDb();
    const ours = await hip(db, here(), "CAL-001", "left");
    const evaluated = await evaluation(db, here(), ours);
    const answered = randomUUID();
    await answer(db, here(), evaluated, answered);
    const before = [await readEvaluation(db, here(), evaluated), await verifyChain(db, "clinic")];

    expect(await readOverview(db, there())).toEqual({ evaluations: [], counts: { hips: 0, patients: 0, evaluations: 0, unanswered: 0 } });
    expect([await listHips(db, there()), await listPatients(db, there())]).toEqual([[], []]);
    const notFound = { ok: false, refusal: { kind: "not-found" } };
    expect(await readEvaluation(db, there(), evaluated)).toMatchObject(notFound);
    expect(await readHistory(db, there(), evaluated)).toMatchObject(notFound);
    expect(await readAnswer(db, there(), answered)).toMatchObject(notFound);
    expect(await answer(db, there(), evaluated)).toMatchObject(notFound);
    expect(await createEvaluation(db, there(), { id: randomUUID(), hip: ours, asOf: "2026-11-20" })).toMatchObject(notFound);
    expect(await saveEvaluation(db, there(), { id: evaluated, save: { version: 1, set: { a: 1 } } }, () => [])).toMatchObject(notFound);

    const theirs = await hip(db, there(), "cal-001", "left");
    expect(theirs).not.toBe(ours);
    expect([await readEvaluation(db, here(), evaluated), await verifyChain(db, "clinic")]).toEqual(before);
  });
});
