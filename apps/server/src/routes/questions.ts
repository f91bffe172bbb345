import { PoolQuery, QuestionAnswer, Questions } from "@calcar/contract";
import { answerQuestion, type ChangeSeries, type Choice, listQuestions, type Pooled } from "@calcar/evidence";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const WIDTH = 1_000; // pixels
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
    200: {
      description: "The figure of the question, with title and origin: a forest plot, or changes without a control group",
      content: { "image/svg+xml": { schema: z.string() } },
    },
    ...refusals,
  };
  const asked = { params: Address, querystring: PoolQuery, response: svg };
  app.get("/api/questions/:id/forest.svg", { config, schema: asked }, async (request, reply) => {
    const answered = answerQuestion(catalog, request.params.id, choiceOf(request.query));
    if (!answered.ok) return sendRefusal(reply, answered.refusal);
    const { value } = answered;
    if (value.kind === "proportion" || value.kind === "nothing-direct")
      return sendRefusal(reply, { kind: "not-applicable", code: "no-figure" });
    return reply.type("image/svg+xml").send(await figureOf(value));
  });
}

/** Drawing brings in libraries of its own, so they are loaded with the first figure and not with the server. */
async function figureOf(answer: Pooled | ChangeSeries): Promise<string> {
  const { changePlot, forestPlot, serverDocument } = await import("@calcar/figures");
  const setting = { document: serverDocument(), width: WIDTH, theme: "light", standalone: true } as const;
  return (answer.kind === "effect" ? forestPlot(answer, setting) : changePlot(answer, setting)).outerHTML;
}

const choiceOf = ({ tau2, ci, without = [], widen = [] }: z.infer<typeof PoolQuery>): Choice => ({
  tau2,
  ci,
  without: [...new Set([without].flat())],
  widen: [...new Set([widen].flat())],
});
