import { CheckRequest } from "@calcar/contract";
import { type Read, readJson } from "@calcar/vocabulary";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app-type.ts";
import { problemsOf } from "../http/bad-input.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import type { SentPage } from "./check-sent.ts";

export const LARGEST_BODY = 10_000_000; // bytes of a file, or of JSON around a text

/** Routes that take a page: JSON around a text, or the bytes of a file. */
export const takingPages = (app: App, routes: (app: App) => void): void => {
  app.register(async (bytes: App) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    routes(bytes);
  });
};

type Sent = Pick<FastifyRequest, "body" | "headers">;

/** A text comes in JSON; anything else is a file, its wishes in the address. */
export function readSent({ body, headers }: Sent, wishes: Omit<SentPage, "bytes">): Read<SentPage> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) return { ok: true, value: { ...wishes, bytes } };
  const json = readJson(bytes, { name: "body", expected: 'a JSON object with a text: { "text": "…" }', mostBytes: LARGEST_BODY });
  if (!json.ok) return json;
  const read = CheckRequest.safeParse(json.value, { reportInput: true });
  if (!read.success) return { ok: false, problems: problemsOf("body", read.error.issues) };
  const { text, name, jurisdictions, rules } = read.data;
  return { ok: true, value: { bytes: Buffer.from(text), name, jurisdictions, rules } };
}

export const refuseSent = (reply: FastifyReply, { problems }: Extract<Read<unknown>, { ok: false }>): FastifyReply =>
  sendRefusal(reply, { kind: "invalid", code: "request", problems });
