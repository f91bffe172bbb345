import { Recommendation } from "@calcar/contract";
import { readEvaluation, recommend } from "@calcar/guidance";
import { latestToday } from "@calcar/vocabulary";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

/** A whole evaluation in, an answer out, nothing stored. The bytes are read as the command line reads a file. */
export function assess(app: App, { catalog, now }: Running): void {
  app.register(async (bytes: App) => {
    bytes.removeContentTypeParser("application/json");
    bytes.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    const schema = {
      body: z.unknown().meta({ description: "A calcar-evaluation/1 document" }),
      response: { 200: Recommendation, ...refusals },
    };

    bytes.post("/api/assess", { config: { act: "knowledge.read" }, schema }, async (request, reply) => {
      const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const read = readEvaluation(catalog, sent, latestToday(now()));
      if (!read.ok) return sendRefusal(reply, { kind: "invalid", code: "evaluation", problems: read.problems });
      return recommend(catalog, read.value);
    });
  });
}
