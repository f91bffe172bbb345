import { PoolQuery, QuestionAnswer, Questions } from "@calcar/contract";
import { answerQuestion, type Choice, listQuestions, type Pooled } from "@calcar/evidence";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const WIDTH = 960; // pixels
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

  const svg = {
    200: { description: "The forest plot, with title and origin", content: { "image/svg+xml": { schema: z.string() } } },
    ...refusals,
  };
  const asked = { params: Address, querystring: PoolQuery, response: svg };
  app.get("/api/questions/:id/forest.svg", { config, schema: asked }, async (request, reply) => {
    const answered = answerQuestion(catalog, request.params.id, choiceOf(request.query));
    if (!answered.ok) return sendRefusal(reply, answered.refusal);
    if (answered.value.kind === "change") return sendRefusal(reply, { kind: "not-applicable", code: "not-pooled" });
    return reply.type("image/svg+xml").send(await forest(answered.value));
  });
}

/** Drawing brings in libraries of its own, so they are loaded with the first figure and not with the server. */
async function forest(pooled: Pooled): Promise<string> {
  const { forestPlot, serverDocument } = await import("@calcar/figures");
  return forestPlot(pooled, { document: serverDocument(), width: WIDTH, theme: "print", standalone: true }).outerHTML;
}

const choiceOf = ({ tau2, ci, without = [] }: z.infer<typeof PoolQuery>): Choice => ({ tau2, ci, without: [...new Set([without].flat())] });
