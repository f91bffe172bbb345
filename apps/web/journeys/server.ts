import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..", "..");

export interface RunningServer {
  readonly origin: string;
  readonly welcome: string | undefined; // the one-time link, while there is no account
  stop(): Promise<void>;
}

export interface StartAt {
  readonly data: string;
  readonly knowledge?: string;
  readonly port?: string; // any free one when absent
  readonly env?: Readonly<Record<string, string>>; // settings beside those of this process
}

/** Starts Calcar as a clinic would, from the command line, and reads the address that it prints. */
export async function startServer({ data, knowledge, port = "0", env = {} }: StartAt): Promise<RunningServer> {
  const args = ["serve", "--port", port, "--data", data, ...(knowledge === undefined ? [] : ["--knowledge", knowledge])];
  const child = spawn(process.execPath, [join(ROOT, "apps/cli/src/main.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let said = "";
  const ended = once(child, "close");
  const address = new Promise<string>((found, failed) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const origin = /^Calcar is at (\S+)$/m.exec(said)?.[1];
      if (origin !== undefined) found(origin);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    void ended.then(() => failed(new Error(`the server ended: ${said}`)));
  });
  const origin = await address;
  return {
    origin,
    welcome: /http\S+\/welcome#token=\S+/.exec(said)?.[0],
    stop: async () => {
      child.kill("SIGINT");
      await ended;
    },
  };
}

/** A data folder that is gone after the journey. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "calcar-journey-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
