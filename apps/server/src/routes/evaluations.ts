import { EvaluationConflict, EvaluationRecord, NewEvaluation, RefusalBody, StoredAnswer } from "@calcar/contract";
import { answerHeld, checkFacts } from "@calcar/guidance";
import { answerEvaluation, createEvaluation, readEvaluation, type Saved, saveEvaluation } from "@calcar/registry";
import { Save } from "@calcar/registry/schema";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { actContext } from "../http/act-context.ts";
import { refusalBody, sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const Ask = z.strictObject({ version: z.int().positive() });
const saved = { ...refusals, 409: z.union([EvaluationConflict, RefusalBody]) };

export function evaluations(app: App, running: Running): void {
  const { db, site, catalog, newId } = running;

  app.post(
    "/api/evaluations",
    { config: { act: "evaluation.create" }, schema: { body: NewEvaluation, response: { 201: EvaluationRecord, ...saved } } },
    async (request, reply) => {
      const created = await createEvaluation(db, actContext(running, request), { id: newId(), ...request.body });
      return created.ok ? reply.code(201).send(created.value) : sendRefusal(reply, created.refusal);
    },
  );

  app.get(
    "/api/evaluations/:id",
    { config: { act: "record.read" }, schema: { params: Address, response: { 200: EvaluationRecord, ...refusals } } },
    async (request, reply) => {
      const found = await readEvaluation(db, { site }, request.params.id);
      return found.ok ? found.value : sendRefusal(reply, found.refusal);
    },
  );

  app.patch(
    "/api/evaluations/:id",
    { config: { act: "evaluation.save" }, schema: { params: Address, body: Save, response: { 200: EvaluationRecord, ...saved } } },
    async (request, reply) => {
      const save = request.body;
      const result = await saveEvaluation(db, actContext(running, request), { id: request.params.id, save }, (facts, asOf) =>
        checkFacts(catalog, facts, asOf),
      );
      return result.ok ? result.value : sendConflict(reply, result.refusal, save);
    },
  );

  app.post(
    "/api/evaluations/:id/answers",
    { config: { act: "evaluation.answer" }, schema: { params: Address, body: Ask, response: { 201: StoredAnswer, ...refusals } } },
    async (request, reply) => {
      const asked = { id: newId(), evaluation: request.params.id, version: request.body.version };
      const answered = await answerEvaluation(db, actContext(running, request), asked, (evaluation) => answerHeld(catalog, evaluation));
      return answered.ok ? reply.code(201).send(answered.value) : sendRefusal(reply, answered.refusal);
    },
  );
}

/** Somebody else saved in between: both versions go back, so that nothing of either is lost. */
function sendConflict(
  reply: FastifyReply,
  refusal: Exclude<Saved, { ok: true }>["refusal"],
  { version, asOf, set = {}, clear = [] }: Save,
): FastifyReply {
  if (!("theirs" in refusal)) return sendRefusal(reply, refusal);
  const yours = { version, ...(asOf !== undefined && { asOf }), set, clear };
  return reply.code(409).send({ ...refusalBody(refusal), theirs: refusal.theirs, yours });
}
