import { htmlReport, lintJson, sarif } from "@calcar/claims";
import { CheckedText, CheckQuery, CheckReport, CheckRequest } from "@calcar/contract";
import { latestToday, type Read, readJson } from "@calcar/vocabulary";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { type CheckedSent, checkSent, type SentPage } from "../claims/check-sent.ts";
import { checkedText } from "../claims/checked-text.ts";
import { problemsOf } from "../http/bad-input.ts";
import { checkRate } from "../http/rates.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const LARGEST_BODY = 10_000_000; // bytes of a file, or of JSON around a text

const config = { act: "knowledge.read", rateLimit: checkRate } as const;

const schema = {
  querystring: CheckQuery,
  body: z
    .unknown()
    .meta({ description: "JSON { text, name?, jurisdictions?, rules? }, or the bytes of a file with its name in the address" }),
  response: {
    200: {
      description: "The findings, as the command line gives them; with format=page also the text that was read",
      content: {
        "application/json": { schema: z.union([CheckReport, CheckedText]) },
        "application/sarif+json": { schema: z.string() },
        "text/html": { schema: z.string() },
      },
    },
    ...refusals,
  },
};

/** Advertising pages to findings. What is sent is checked and forgotten: it is not stored, not noted, and nothing in it is fetched. */
export function claims(app: App, running: Running): void {
  app.register(async (bytes: App) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    bytes.post("/api/claims/check", { config, schema, bodyLimit: LARGEST_BODY }, async (request, reply) => {
      const sent = readSent(request, request.query);
      if (!sent.ok) return sendRefusal(reply, { kind: "invalid", code: "request", problems: sent.problems });
      const today = latestToday(running.now());
      const result = await checkSent(running.catalog, sent.value, today);
      if (!result.ok) return sendRefusal(reply, result.refusal);
      return answer(reply, result.value, { running, today, query: request.query });
    });
  });
}

interface Asked {
  readonly running: Running;
  readonly today: ReturnType<typeof latestToday>;
  readonly query: CheckQuery;
}

function answer(reply: FastifyReply, result: CheckedSent, { running: { catalog }, today, query }: Asked) {
  if (query.format === "sarif") return asFile(reply, "sarif", `${JSON.stringify(sarif(catalog, [result]), null, 2)}\n`);
  if (query.format === "html")
    return asFile(
      reply,
      "html",
      htmlReport({ pages: [result], failures: [], knowledge: catalog.version, today, language: query.language }),
    );
  const report = lintJson({ knowledge: catalog.version, language: query.language, today }, [result]) as unknown as CheckReport;
  return query.format === "page" ? checkedText(catalog, report, result) : report;
}

const TYPE = { sarif: "application/sarif+json", html: "text/html; charset=utf-8" } as const;

/** Words of a stranger's page are never opened as a page of this address. */
const asFile = (reply: FastifyReply, format: keyof typeof TYPE, text: string): FastifyReply =>
  reply.type(TYPE[format]).header("content-disposition", `attachment; filename="findings.${format}"`).send(text);

/** A text comes in JSON; anything else is a file, its wishes in the address. */
function readSent({ body, headers }: FastifyRequest, { name, jurisdiction, rule }: CheckQuery): Read<SentPage> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (!/^application\/json\b/i.test(headers["content-type"] ?? ""))
    return { ok: true, value: { bytes, name, jurisdictions: listed(jurisdiction), rules: listed(rule) } };
  const json = readJson(bytes, { name: "body", expected: 'a JSON object with a text: { "text": "…" }', mostBytes: LARGEST_BODY });
  if (!json.ok) return json;
  const read = CheckRequest.safeParse(json.value, { reportInput: true });
  if (!read.success) return { ok: false, problems: problemsOf("body", read.error.issues) };
  const { text, ...wishes } = read.data;
  return { ok: true, value: { bytes: Buffer.from(text), name: wishes.name, jurisdictions: wishes.jurisdictions, rules: wishes.rules } };
}

const listed = <T>(stated: T | T[] | undefined): T[] | undefined => (stated === undefined ? undefined : ([stated].flat() as T[]));
