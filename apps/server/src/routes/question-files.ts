import { FigureQuery, PoolQuery } from "@calcar/contract";
import { armRecords, armsCsv, evidenceBundle, type QuestionAnswer, rScript } from "@calcar/evidence";
import { dayOf, ok, type Result, refuse } from "@calcar/vocabulary";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { Address, answerTo } from "./question-answer.ts";
import { refusals } from "./refusals.ts";

const FILE = z.instanceof(Buffer).meta({ format: "binary" });

type Bytes = string | Uint8Array;

/** A file of a question: its type, what it is, and how it is made. */
interface QuestionFile {
  readonly type: string;
  readonly description: string;
  readonly make: (answer: QuestionAnswer, running: Running) => Result<Bytes> | Promise<Result<Bytes>>;
}

/** The files of a question by name. What takes libraries of its own to make is loaded with the first such file, not with the server. */
const FILES: Readonly<Record<string, QuestionFile>> = {
  "arms.csv": {
    type: "text/csv",
    description: "The arms an answer was made from, one row each, with where every number was read",
    make: (answer, { catalog }) => ok(armsCsv(armRecords(catalog, answer))),
  },
  "script.R": {
    type: "text/plain",
    description: "R code that gives the same numbers with metafor, and stops where it does not",
    make: (answer) => (answer.kind === "effect" ? ok(rScript(answer)) : refuse("not-applicable", "no-script")),
  },
  "evidence.fhir.json": {
    type: "application/fhir+json",
    description: "A FHIR R5 Bundle of Evidence, EvidenceVariable, Citation and ArtifactAssessment",
    make: (answer, { catalog }) => ok(`${JSON.stringify(evidenceBundle(catalog, answer), null, 2)}\n`),
  },
  "report.html": {
    type: "text/html",
    description: "The evidence of the question as one HTML file, for the screen, paper or PDF",
    make: async (answer, running) => {
      const { evidenceReport, htmlReport } = await import("@calcar/report");
      return ok(htmlReport(evidenceReport(running.catalog, answer, today(running))));
    },
  },
  "report.docx": {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    description: "The same for Word",
    make: async (answer, running) => {
      const { evidenceReport, wordReport } = await import("@calcar/report");
      return ok(await wordReport(evidenceReport(running.catalog, answer, today(running))));
    },
  },
};

const today = ({ now }: Running): string => dayOf(now());

/** The evidence of one question to take along: its figure, its numbers, its script, its report. */
export function questionFiles(app: App, running: Running): void {
  const config = { act: "knowledge.read" } as const;
  figureRoute(app, running);
  for (const [name, { type, description, make }] of Object.entries(FILES)) {
    const response = { 200: { description, content: { [type]: { schema: FILE } } }, ...refusals };
    app.get(
      `/api/questions/:id/${name}`,
      { config, schema: { params: Address, querystring: PoolQuery, response } },
      async (request, reply) => {
        const answered = answerTo(running.catalog, request.params.id, request.query);
        if (!answered.ok) return sendRefusal(reply, answered.refusal);
        const made = await make(answered.value, running);
        if (!made.ok) return sendRefusal(reply, made.refusal);
        const { question, knowledge } = answered.value;
        reply.header("content-disposition", `attachment; filename="calcar-${question}-${knowledge}-${name}"`);
        return reply.type(type).send(bytesOf(made.value));
      },
    );
  }
}

function figureRoute(app: App, { catalog }: Running): void {
  const response = {
    200: {
      description: "The figure of the question, with title and origin: a forest plot, how often, or changes without a control group",
      content: { "image/svg+xml": { schema: FILE } },
    },
    ...refusals,
  };
  const schema = { params: Address, querystring: FigureQuery, response };
  app.get("/api/questions/:id/forest.svg", { config: { act: "knowledge.read" }, schema }, async (request, reply) => {
    const { figure, by, ...choice } = request.query;
    const answered = answerTo(catalog, request.params.id, choice);
    if (!answered.ok) return sendRefusal(reply, answered.refusal);
    const { svgFile } = await import("@calcar/report");
    const drawn = svgFile(answered.value, { figure, by });
    return drawn.ok ? reply.type("image/svg+xml").send(bytesOf(drawn.value)) : sendRefusal(reply, drawn.refusal);
  });
}

/** As bytes, so that no text is written as a JSON string. */
const bytesOf = (made: Bytes): Buffer => (typeof made === "string" ? Buffer.from(made, "utf8") : Buffer.from(made));
