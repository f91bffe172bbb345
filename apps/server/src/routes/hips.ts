import { Hip, Hips, NewHip } from "@calcar/contract";
import { listHips, openHip } from "@calcar/registry";
import type { App, Running } from "../app-type.ts";
import { actContext } from "../http/act-context.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

export function hips(app: App, running: Running): void {
  const { db, site, newId } = running;

  app.get("/api/hips", { config: { act: "record.read" }, schema: { response: { 200: Hips, ...refusals } } }, async () => ({
    hips: await listHips(db, { site }),
  }));

  app.post(
    "/api/hips",
    { config: { act: "hip.open" }, schema: { body: NewHip, response: { 200: Hip, ...refusals } } },
    async (request, reply) => {
      const ids = { patient: newId(), hip: newId() };
      const opened = await openHip(db, actContext(running, request), { ...request.body, ids });
      return opened.ok ? opened.value : sendRefusal(reply, opened.refusal);
    },
  );
}
