import { signedInServer } from "./clients/signed-in-server.ts";
import type { Task } from "./task.ts";

const PAGES = [
  "/api/questions",
  "/api/questions/PS3d",
  "/api/freshness",
  "/api/studies/hernigou-2018",
  "/api/studies/hernigou-2018/impact",
  "/api/trials",
  "/api/benchmarks",
  "/api/published-pools",
  "/api/searches",
  "/api/guidelines",
] as const;

/** What the pages of the evidence wait for, one request after the other. */
export const tasks: readonly Task[] = PAGES.map((path) => ({
  name: `GET ${path}, in a session, on loopback`,
  sizes: [1],
  unit: "pages",
  target: "under 100 ms",
  limit: { at: 1, ms: 100 },
  prepare: async () => {
    const { origin, cookie, close } = await signedInServer();
    let bytes = 0;
    return {
      run: async () => {
        const response = await fetch(`${origin}${path}`, { headers: { cookie } });
        const body = await response.text();
        if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`);
        bytes = body.length;
      },
      note: () => `${Math.round(bytes / 1000)} kB of JSON`,
      close,
    };
  },
}));
