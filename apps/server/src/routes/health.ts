import { Health } from "@calcar/contract";
import type { App, Running } from "../app-type.ts";

export function health(app: App, { version, catalog }: Running): void {
  app.get("/api/health", { schema: { security: [], response: { 200: Health } } }, () => ({
    ok: true as const,
    version,
    knowledge: catalog.version,
  }));
}
