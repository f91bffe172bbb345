import { randomUUID } from "node:crypto";
import type { Catalog } from "@calcar/catalog";
import type { WorkLimits } from "@calcar/claims";
import type { Db } from "@calcar/storage";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { buildApp } from "./app.ts";
import type { App } from "./app-type.ts";
import { accounts } from "./auth/accounts.ts";
import { sessions } from "./auth/sessions.ts";
import { newWelcome } from "./auth/welcome.store.ts";
import { openPageDesk, type PageDesk } from "./claims/apart/page-desk.ts";
import { type Licences, NO_LICENCES } from "./instruments/licences.ts";

const SITE = "clinic";
const HOST = "127.0.0.1:4280";
const ORIGIN = `http://${HOST}`;

export const ANA = { name: "Ana Ruiz", email: "ana@clinic.example", password: "a long enough password" };

/** A server without a port, on a database that the test gave. */
export interface TestServer {
  readonly app: App;
  readonly site: string;
  /** Sends a request as a page of ours would, with the given cookie. */
  send(method: "GET" | "POST" | "PATCH" | "HEAD" | "DELETE" | "OPTIONS", url: string, options?: Sent): Promise<LightMyRequestResponse>;
  /** The token of a fresh one-time link; undefined when there is an account. */
  welcomeToken(): Promise<string | undefined>;
  /** Opens the first account by the real link and gives its cookie. */
  signInFirst(): Promise<string>;
}

export interface Sent {
  readonly cookie?: string;
  readonly json?: unknown;
  readonly payload?: string | Buffer;
  readonly headers?: Record<string, string>;
}

export interface TestServerOptions {
  readonly db: Db;
  readonly catalog: Catalog;
  readonly now?: () => Date;
  readonly web?: string;
  readonly licences?: Licences;
  readonly pageLimits?: WorkLimits; // for checking pages; those of a real server when absent
}

export async function testServer({
  db,
  catalog,
  now = () => new Date(),
  web,
  licences = NO_LICENCES,
  pageLimits,
}: TestServerOptions): Promise<TestServer> {
  const door = await accounts({ db, site: SITE, secret: "s".repeat(40), origin: ORIGIN, now });
  const running = {
    db,
    site: SITE,
    catalog,
    licences,
    pages: pageLimits ? openPageDesk(catalog, pageLimits) : sharedDesk(catalog),
    accounts: door,
    sessions: sessions(door, now),
    version: "0.0.0",
    now,
    newId: randomUUID,
  };
  const own = () => ({ hosts: new Set([HOST]), origins: new Set([ORIGIN]) });
  const app = await buildApp(running, { encrypted: false, own, web });

  const send: TestServer["send"] = (method, url, sent = {}) => app.inject(requestOf(method, url, sent));
  const welcomeToken = () => newWelcome(db, SITE, now());
  return {
    app,
    site: SITE,
    send,
    welcomeToken,
    signInFirst: async () => {
      const response = await send("POST", "/api/welcome", { json: { token: await welcomeToken(), ...ANA } });
      const [cookie] = [response.headers["set-cookie"]].flat();
      if (response.statusCode !== 204 || cookie === undefined) throw new Error(`The first account was refused: ${response.body}`);
      return cookie.split(";")[0]!;
    },
  };
}

const desks = new WeakMap<Catalog, PageDesk>();

/** One desk for all servers of a test file: its workers read the rules once, and end with the process. */
function sharedDesk(catalog: Catalog): PageDesk {
  const desk = desks.get(catalog) ?? openPageDesk(catalog);
  desks.set(catalog, desk);
  return { ...desk, close: async () => undefined };
}

function requestOf(method: NonNullable<InjectOptions["method"]>, url: string, { cookie, json, payload, headers }: Sent): InjectOptions {
  const body = json === undefined ? payload : JSON.stringify(json);
  return {
    method,
    url,
    headers: {
      host: HOST,
      ...(method !== "GET" && method !== "HEAD" && { origin: ORIGIN }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { payload: body }),
  };
}
