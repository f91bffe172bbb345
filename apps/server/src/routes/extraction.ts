import { readDocument } from "@calcar/catalog";
import {
  CompareRequest,
  ExtractionCheck,
  ExtractionComparison,
  ExtractionImport,
  ExtractionRequest,
  ExtractionWords,
  ImportRequest,
  OpenedDraft,
  OpenRequest,
} from "@calcar/contract";
import { checkDraft, compareDrafts, knownIn, resolveDrafts, wordsOf } from "@calcar/extraction";
import { StudyDraft } from "@calcar/extraction/schema";
import { dayOf } from "@calcar/vocabulary";
import type { App, Running } from "../app-type.ts";
import { doubtsOf } from "../extraction/doubts.ts";
import { importSent } from "../extraction/import-sent.ts";
import { draftRate, importRate } from "../http/rates.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const config = { act: "knowledge.read" } as const;
const checking = { ...config, rateLimit: draftRate } as const;
const importing = { ...config, rateLimit: importRate } as const;
const LARGEST_FILE = 4_000_000; // bytes of JSON around a file in base64: three quarters of it

/** What people read out of papers, on its way to a study file. It is checked and handed back: nothing is stored, no file is written. */
export function extraction(app: App, running: Running): void {
  const { catalog } = running;
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

  startingPoints(app, running);
}

/** Where a draft may start: one that was saved, or a file of another program. */
function startingPoints(app: App, { catalog, now }: Running): void {
  const openSchema = { body: OpenRequest, response: { 200: OpenedDraft, ...refusals } };
  app.post("/api/extraction/open", { config: checking, schema: openSchema }, async (request, reply) => {
    const read = readDocument("draft", request.body.text, StudyDraft);
    return read.ok ? { draft: read.value } : sendRefusal(reply, { kind: "invalid", code: "request", problems: read.problems });
  });

  const importSchema = { body: ImportRequest, response: { 200: ExtractionImport, ...refusals } };
  app.post("/api/extraction/import", { config: importing, schema: importSchema, bodyLimit: LARGEST_FILE }, async (request, reply) => {
    const read = importSent(catalog, request.body, dayOf(now()));
    return read.ok ? read.value : sendRefusal(reply, { kind: "invalid", code: "request", problems: read.problems });
  });
}
