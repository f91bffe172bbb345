import { AnswerNow } from "@calcar/contract";
import { readAnswer } from "@calcar/registry";
import { z } from "zod";
import { answerToday } from "../answers/answer-today.ts";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

export function answers(app: App, { db, site, catalog }: Running): void {
  const params = z.strictObject({ id: z.string() });
  app.get(
    "/api/answers/:id",
    { config: { act: "record.read" }, schema: { params, response: { 200: AnswerNow, ...refusals } } },
    async (request, reply) => {
      const found = await readAnswer(db, { site }, request.params.id);
      return found.ok ? { stored: found.value, today: answerToday(catalog, found.value) } : sendRefusal(reply, found.refusal);
    },
  );
}
