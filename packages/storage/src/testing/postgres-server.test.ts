import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { onPostgresql, startPostgres } from "../testing.ts";
import { runChild } from "./run-child.ts";

const STARTS = `
  const { startPostgres } = await import(${JSON.stringify(new URL("./postgres-server.ts", import.meta.url).href)});
  console.log((await startPostgres()).url());
  setInterval(() => {}, 1000);`;

const folderOf = (url: string) => new URL(url.replace("@/", "@socket/")).searchParams.get("host") ?? "";

async function isGone(folder: string): Promise<boolean> {
  for (let attempt = 0; attempt < 200 && existsSync(folder); attempt += 1) await new Promise((resume) => setTimeout(resume, 50));
  return !existsSync(folder);
}

onPostgresql(() => {
  describe("the test server", { timeout: 60_000 }, () => {
    it("is gone with its folder once it is stopped", async () => {
      const server = await startPostgres();
      const folder = folderOf(server!.url());
      expect(existsSync(folder)).toBe(true);
      await server!.stop();
      expect(await isGone(folder)).toBe(true);
    });

    it("does not outlive the process that started it, not even after kill -9", async () => {
      const child = runChild(STARTS, []);
      const folder = folderOf((await child.nextLine()) ?? "");
      expect(existsSync(`${folder}/data/postmaster.pid`)).toBe(true);
      child.process.kill("SIGKILL");
      await child.ended;
      expect(await isGone(folder)).toBe(true);
    });
  });
});
