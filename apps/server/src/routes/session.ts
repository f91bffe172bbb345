import { Session } from "@calcar/contract";
import type { App, Running } from "../app-type.ts";
import { refusals } from "./refusals.ts";

export function session(app: App, { site }: Running): void {
  app.get("/api/session", { config: { act: "account.sign-in" }, schema: { response: { 200: Session, ...refusals } } }, ({ person }) => ({
    user: person,
    site,
  }));
}
