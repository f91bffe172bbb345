import { PoolQuery, QuestionAnswer, Questions } from "@calcar/contract";
import { listQuestions } from "@calcar/evidence";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { Address, answerTo } from "./question-answer.ts";
import { questionFiles } from "./question-files.ts";
import { refusals } from "./refusals.ts";

const config = { act: "knowledge.read" } as const;

/** What the studies on file add up to, question by question. */
export function questions(app: App, running: Running): void {
  const { catalog } = running;
  app.get("/api/questions", { config, schema: { response: { 200: Questions, ...refusals } } }, async () => ({
    questions: listQuestions(catalog),
    knowledge: catalog.version,
  }));

  const schema = { params: Address, querystring: PoolQuery, response: { 200: QuestionAnswer, ...refusals } };
  app.get("/api/questions/:id", { config, schema }, async (request, reply) => {
    const answered = answerTo(catalog, request.params.id, request.query);
    return answered.ok ? answered.value : sendRefusal(reply, answered.refusal);
  });
  questionFiles(app, running);
}
