import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { type Catalog, KnowledgeError, loadCatalog } from "@calcar/catalog";
import { type Db, openDb } from "@calcar/storage";
import manifest from "../../package.json" with { type: "json" };
import { buildApp } from "../app.ts";
import type { App, Running } from "../app-type.ts";
import { accounts } from "../auth/accounts.ts";
import { readSecret } from "../auth/secret.ts";
import { sessions } from "../auth/sessions.ts";
import { newWelcome } from "../auth/welcome.store.ts";
import { openPageDesk } from "../claims/apart/page-desk.ts";
import { type LicencePlaces, readLicences } from "../instruments/licences.ts";
import { type Address, originOf, ownHosts, ownOrigins } from "./address.ts";
import { whyNotListening } from "./why-not-listening.ts";

const PATIENCE_MS = 5_000; // for requests under way when the server stops

export interface StartOptions {
  readonly address: Address;
  readonly data: string; // folder of the embedded database and of the session key
  readonly databaseUrl: string | undefined; // PostgreSQL in place of the embedded database
  readonly secret: string | undefined;
  readonly site: string;
  readonly knowledge: string; // folder
  readonly licences: LicencePlaces; // what the clinic states and supplies about instruments that others own
  readonly web: string | undefined; // folder of the built web app
  readonly now: () => Date;
}

export interface Started {
  readonly origin: string;
  readonly welcome: string | undefined; // the one-time link, while there is no account
  /** Finishes what is under way, closes the database and frees its folder. */
  stop(): Promise<void>;
}

/** Why the server did not start: 2 for knowledge or configuration that cannot be used, 3 for something outside. */
export interface NotStarted {
  readonly exit: 2 | 3;
  readonly sentence: string;
}

/** Opens the database, reads the knowledge and listens. Whatever it opened it closes again when it cannot start. */
export async function startServer(options: StartOptions): Promise<Started | NotStarted> {
  const opening = openDb(options.databaseUrl === undefined ? { folder: options.data } : { url: options.databaseUrl });
  const catalog = readKnowledge(options.knowledge);
  const opened = await opening;
  if (!opened.ok) return { exit: 3, sentence: opened.refusal.sentence };
  const db = opened.value;
  try {
    const started = "sentence" in catalog ? catalog : await startOn(db, catalog, options);
    if ("sentence" in started) await db.close();
    return started;
  } catch (error) {
    await db.close();
    throw error;
  }
}

function readKnowledge(folder: string): Catalog | NotStarted {
  try {
    return loadCatalog(folder);
  } catch (error) {
    if (error instanceof KnowledgeError) return { exit: 2, sentence: error.message };
    throw error;
  }
}

async function startOn(db: Db, catalog: Catalog, options: StartOptions): Promise<Started | NotStarted> {
  const { address, site, now, web } = options;
  const licences = readLicences(catalog, options.licences);
  if ("sentence" in licences) return { exit: 2, sentence: licences.sentence };
  const secret = readSecret(options.data, options.secret);
  if ("sentence" in secret) return { exit: 3, sentence: secret.sentence };

  const origin = originOf(address, address.port);
  const door = await accounts({ db, site, secret: secret.secret, origin, now });
  const running: Running = {
    db,
    site,
    catalog,
    licences,
    pages: openPageDesk(catalog),
    accounts: door,
    sessions: sessions(door, now),
    version: manifest.version,
    now,
    newId: randomUUID,
  };
  const own = { hosts: ownHosts(address, address.port), origins: ownOrigins(address, address.port) };
  const app = await buildApp(running, { encrypted: origin.startsWith("https:"), own: () => own, web });

  const port = await listen(app, address);
  if (typeof port === "string") return { exit: 3, sentence: port };
  own.hosts = ownHosts(address, port);
  own.origins = ownOrigins(address, port);
  const taken = originOf(address, port);
  const token = await newWelcome(db, site, now());
  return { origin: taken, welcome: token && `${taken}/welcome#token=${token}`, stop: () => stop(app, db) };
}

/** The port that was taken, or one sentence that says why none was. */
async function listen(app: App, { host, port }: Address): Promise<number | string> {
  try {
    await app.listen({ host, port });
    return (app.server.address() as AddressInfo).port;
  } catch (error) {
    await app.close();
    const sentence = whyNotListening(error, host, port);
    if (sentence === undefined) throw error;
    return sentence;
  }
}

async function stop(app: App, db: Db): Promise<void> {
  const impatient = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
  await app.close();
  clearTimeout(impatient);
  await db.close();
}
