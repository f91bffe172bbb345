import { CheckedText, CheckQuery, CheckReport } from "@calcar/contract";
import { dayOf } from "@calcar/vocabulary";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { LARGEST_BODY, readSent, refuseSent, takingPages } from "../claims/read-sent.ts";
import { sendFindings } from "../claims/shown-check.ts";
import { checkRate } from "../http/rates.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

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
        "application/pdf": { schema: z.instanceof(Buffer).meta({ format: "binary" }) },
      },
    },
    ...refusals,
  },
};

/** Advertising pages to findings. What is sent is checked and forgotten: it is not stored, not noted, and nothing in it is fetched. */
export const claims = (app: App, running: Running): void =>
  takingPages(app, (bytes) => {
    bytes.post("/api/claims/check", { config, schema, bodyLimit: LARGEST_BODY }, async (request, reply) => {
      const { format, language, name, jurisdiction, rule } = request.query;
      const sent = readSent(request, { name, jurisdictions: listed(jurisdiction), rules: listed(rule) });
      if (!sent.ok) return refuseSent(reply, sent);
      const wish = { format, language };
      const answer = await running.pages.answer(sent.value, dayOf(running.now()), wish);
      return answer.ok ? sendFindings(reply, answer.value, wish) : sendRefusal(reply, answer.refusal);
    });
  });

const listed = <T>(stated: T | T[] | undefined): T[] | undefined => (stated === undefined ? undefined : ([stated].flat() as T[]));
