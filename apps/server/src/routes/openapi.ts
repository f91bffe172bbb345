import { z } from "zod";
import type { App } from "../app-type.ts";

export function openapi(app: App): void {
  const schema = { hide: true, response: { 200: z.record(z.string(), z.unknown()) } };
  app.get("/api/openapi.json", { config: { act: "knowledge.read" }, schema }, () => app.swagger() as unknown as Record<string, unknown>);
}
