import { KeepQuery, KeepVersionQuery, KeptVersion, Library, LibraryPage, SavedVersion, VersionQuery } from "@calcar/contract";
import { addPage, addVersion, deletePage, listPages, readPageHistory, readVersion } from "@calcar/library";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { holdCheck } from "../claims/held-check.ts";
import { keepSent, sendKept } from "../claims/keep-sent.ts";
import { LARGEST_BODY, takingPages } from "../claims/read-sent.ts";
import { checkedAgain, sendVersion, todayOf } from "../claims/send-version.ts";
import { actContext } from "../http/act-context.ts";
import { checkRate } from "../http/rates.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const VersionAddress = z.strictObject({ id: z.string(), version: z.coerce.number().int().positive() });
const body = z.unknown().meta({ description: "JSON { text, name? }, or the bytes of a file with its name in the address" });
const kept = { 200: KeptVersion, 201: KeptVersion, ...refusals };
const version200 = {
  description: "A check as it was kept; with rules=today by the rules of today, which keeps nothing",
  content: {
    "application/json": { schema: z.union([SavedVersion, SavedVersion.shape.checked.shape.report]) },
    "application/sarif+json": { schema: z.string() },
    "text/html": { schema: z.string() },
    "application/pdf": { schema: z.instanceof(Buffer).meta({ format: "binary" }) },
  },
};
const reads = { act: "library.read" } as const;
const adds = { act: "library.add", rateLimit: checkRate } as const;
const checks = { act: "library.check", rateLimit: checkRate } as const;
const deletes = { act: "library.delete" } as const;

/** The library of checked pages: what is sent here is checked by us and kept with what was found. Nothing in it is fetched. */
export function library(app: App, running: Running): void {
  const { db, site } = running;

  app.get("/api/library", { config: reads, schema: { response: { 200: Library, ...refusals } } }, async () => ({
    pages: await listPages(db, { site }),
    today: todayOf(running),
  }));

  app.get(
    "/api/library/:id",
    { config: reads, schema: { params: Address, response: { 200: LibraryPage, ...refusals } } },
    async ({ params }, reply) => {
      const found = await readPageHistory(db, { site }, params.id);
      return found.ok ? { ...found.value, history: [...found.value.history], today: todayOf(running) } : sendRefusal(reply, found.refusal);
    },
  );

  app.get(
    "/api/library/:id/versions/:version",
    {
      config: { ...reads, rateLimit: checkRate },
      schema: { params: VersionAddress, querystring: VersionQuery, response: { 200: version200, ...refusals } },
    },
    async ({ params, query }, reply) => {
      const found = await readVersion(db, { site }, { page: params.id, version: params.version });
      return found.ok ? sendVersion(reply, running, found.value, query) : sendRefusal(reply, found.refusal);
    },
  );

  app.post("/api/library/:id/check", { config: checks, schema: { params: Address, response: kept } }, async (request, reply) => {
    const last = await readVersion(db, { site }, { page: request.params.id });
    if (!last.ok) return sendRefusal(reply, last.refusal);
    const again = await checkedAgain(running, last.value);
    if (!again.ok) return sendRefusal(reply, again.refusal);
    const check = holdCheck(running.catalog, again.value);
    return sendKept(reply, await addVersion(db, actContext(running, request), { page: last.value.page.id, check }));
  });

  app.delete(
    "/api/library/:id",
    { config: deletes, schema: { params: Address, response: { 204: z.undefined(), ...refusals } } },
    async (request, reply) => {
      const deleted = await deletePage(db, actContext(running, request), request.params.id);
      return deleted.ok ? reply.code(204).send() : sendRefusal(reply, deleted.refusal);
    },
  );

  takingPages(app, (pages) => pagesSent(pages, running));
}

function pagesSent(app: App, running: Running): void {
  const { db, newId } = running;
  const bodyLimit = LARGEST_BODY;

  app.post(
    "/api/library",
    { config: adds, schema: { querystring: KeepQuery, body, response: kept }, bodyLimit },
    async (request, reply) => {
      const { name, ...heading } = request.query;
      const added = { id: newId(), heading };
      return keepSent(running, { request, reply, name }, (check) => addPage(db, actContext(running, request), { ...added, check }));
    },
  );

  app.post(
    "/api/library/:id/versions",
    { config: checks, schema: { params: Address, querystring: KeepVersionQuery, body, response: kept }, bodyLimit },
    async (request, reply) => {
      const { id: page } = request.params;
      const { name } = request.query;
      return keepSent(running, { request, reply, name }, (check) => addVersion(db, actContext(running, request), { page, check }));
    },
  );
}
