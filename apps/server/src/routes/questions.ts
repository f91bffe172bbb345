import { PoolQuery, QuestionAnswer, Questions } from "@calcar/contract";
import { answerQuestion, type Choice, listQuestions } from "@calcar/evidence";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const config = { act: "knowledge.read" } as const;

/** What the studies on file add up to, question by question. */
export function questions(app: App, { catalog }: Running): void {
  app.get("/api/questions", { config, schema: { response: { 200: Questions, ...refusals } } }, async () => ({
    questions: listQuestions(catalog),
    knowledge: catalog.version,
  }));

  const schema = { params: Address, querystring: PoolQuery, response: { 200: QuestionAnswer, ...refusals } };
  app.get("/api/questions/:id", { config, schema }, async (request, reply) => {
    const answered = answerQuestion(catalog, request.params.id, choiceOf(request.query));
    return answered.ok ? answered.value : sendRefusal(reply, answered.refusal);
  });
}

const choiceOf = ({ tau2, ci, without = [] }: z.infer<typeof PoolQuery>): Choice => ({ tau2, ci, without: [...new Set([without].flat())] });
