import type { CatalogInstrument } from "@calcar/catalog";
import { InstrumentPage, Instruments, ScoredAnswers, ScoreRequest } from "@calcar/contract";
import { checkAnswers, formOf, licenceGate, score } from "@calcar/instruments";
import { latestToday, type Read, readJson } from "@calcar/vocabulary";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { problemsOf } from "../http/bad-input.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { instrumentLine } from "../instruments/instrument-line.ts";
import { sourcesOf } from "../knowledge/citations.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const config = { act: "knowledge.read" } as const;
const LARGEST_BODY = 100_000; // bytes; 40 answers are some 400

/** Questionnaires and examinations: what they are, who may show them, and what given answers score. */
export function instruments(app: App, running: Running): void {
  const { catalog, licences, now } = running;
  const gateOf = (instrument: CatalogInstrument) => licenceGate(instrument, licences.statements, latestToday(now()));

  app.get("/api/instruments", { config, schema: { response: { 200: Instruments, ...refusals } } }, () => ({
    instruments: [...catalog.instruments.values()].map((instrument) => instrumentLine(instrument, gateOf(instrument))),
    knowledge: catalog.version,
  }));

  const schema = { params: Address, response: { 200: InstrumentPage, ...refusals } };
  app.get("/api/instruments/:id", { config, schema }, async (request, reply) => {
    const instrument = catalog.instruments.get(request.params.id);
    if (!instrument) return sendRefusal(reply, { kind: "not-found", code: "instrument" });
    const gate = gateOf(instrument);
    const wording = gate.open ? (licences.wordings.get(instrument.id)?.languages ?? null) : null;
    return { instrument, gate, wording, sources: sourcesOf(catalog, instrument), knowledge: catalog.version } as InstrumentPage;
  });

  app.register(async (bytes: App) => scoring(bytes, running));
}

/** The bytes are read as the command line reads a file, so that an item stated twice is seen. */
function scoring(app: App, { catalog }: Running): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  const schema = {
    params: Address,
    body: z.unknown().meta({ description: "answers by item code; form; allowUnconfirmed" }),
    response: { 200: ScoredAnswers, ...refusals },
  };

  app.post("/api/instruments/:id/score", { config, schema }, async (request, reply) => {
    const instrument = catalog.instruments.get(request.params.id);
    if (!instrument) return sendRefusal(reply, { kind: "not-found", code: "instrument" });
    const asked = readRequest(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    if (!asked.ok) return sendRefusal(reply, { kind: "invalid", code: "answers", problems: asked.problems });
    const { form, allowUnconfirmed } = asked.value;
    const stated = formOf(instrument, form);
    if (!stated.ok && stated.refusal.code === "form-not-stated") return sendRefusal(reply, stated.refusal);
    const read = checkAnswers(instrument, asked.value.answers, { form });
    if (!read.ok) return sendRefusal(reply, { kind: "invalid", code: "answers", problems: read.problems });
    const { answers, doubleMarks } = read.value;
    return { ...score(instrument, answers, { form, allowUnconfirmed }), doubleMarks } as ScoredAnswers;
  });
}

function readRequest(body: Buffer): Read<ScoreRequest> {
  const json = readJson(body, {
    name: "body",
    expected: 'a JSON object with answers: { "answers": { "p1": 2 } }',
    mostBytes: LARGEST_BODY,
  });
  if (!json.ok) return json;
  const read = ScoreRequest.safeParse(json.value, { reportInput: true });
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf("body", read.error.issues) };
}
