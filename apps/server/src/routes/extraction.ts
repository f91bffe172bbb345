import { CompareRequest, ExtractionCheck, ExtractionComparison, ExtractionRequest, ExtractionWords } from "@calcar/contract";
import { checkDraft, compareDrafts, knownIn, resolveDrafts, wordsOf } from "@calcar/extraction";
import type { App, Running } from "../app-type.ts";
import { doubtsOf } from "../extraction/doubts.ts";
import { draftRate } from "../http/rates.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const config = { act: "knowledge.read" } as const;
const checking = { ...config, rateLimit: draftRate } as const;

/** What people read out of papers, on its way to a study file. It is checked and handed back: nothing is stored, no file is written. */
export function extraction(app: App, { catalog }: Running): void {
  const known = knownIn(catalog);
  const words = { ...wordsOf(known), knowledge: catalog.version };

  app.get("/api/extraction/words", { config, schema: { response: { 200: ExtractionWords, ...refusals } } }, () => words);

  const checkSchema = { body: ExtractionRequest, response: { 200: ExtractionCheck, ...refusals } };
  app.post("/api/extraction/check", { config: checking, schema: checkSchema }, (request) => {
    const checked = checkDraft(request.body.draft, known);
    const [study] = checked.files;
    return { ...checked, doubts: study ? doubtsOf(catalog, study.text) : [], knowledge: catalog.version } as ExtractionCheck;
  });

  const compareSchema = { body: CompareRequest, response: { 200: ExtractionComparison, ...refusals } };
  app.post("/api/extraction/compare", { config: checking, schema: compareSchema }, async (request, reply) => {
    const { first, second, decisions } = request.body;
    const compared = compareDrafts(first, second);
    if (!compared.ok) return sendRefusal(reply, compared.refusal);
    const resolved = decisions && resolveDrafts(first, second, decisions);
    return {
      comparison: compared.value,
      resolved: resolved?.ok ? resolved.value : null,
      undecided: resolved && !resolved.ok ? [...resolved.problems] : [],
    };
  });
}
