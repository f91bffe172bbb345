import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAddress, startServer } from "@calcar/server";

const root = join(import.meta.dirname, "..", "..");

/** A server of its own on a free port and a fresh database, with the first account signed in through the real link. */
export async function signedInServer() {
  const data = mkdtempSync(join(tmpdir(), "calcar-bench-"));
  const address = readAddress({ host: "127.0.0.1", port: "0", publicUrl: undefined });
  if ("problems" in address) throw new Error("0 is a port");
  const where = { data, databaseUrl: undefined, secret: undefined, site: "bench", knowledge: join(root, "knowledge"), web: undefined };
  const licences = { statements: undefined, wordings: undefined };
  const started = await startServer({ ...where, licences, address, now: () => new Date() });
  if ("sentence" in started) throw new Error(started.sentence);
  const { origin, welcome, stop } = started;
  const account = { token: welcome?.split("#token=")[1], name: "Bench", email: "bench@clinic.example", password: randomUUID() };
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${origin}/api/welcome`, { method: "POST", headers, body: JSON.stringify(account) });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const close = async () => {
    await stop();
    rmSync(data, { recursive: true });
  };
  return { origin, cookie, close };
}
