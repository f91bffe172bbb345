import type { Act } from "@calcar/access";
import type { Catalog } from "@calcar/catalog";
import type { Db } from "@calcar/storage";
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Accounts, Person } from "./auth/accounts.ts";
import type { Sessions } from "./auth/sessions.ts";
import type { PageDesk } from "./claims/apart/page-desk.ts";
import type { OwnNames } from "./http/own-pages-only.ts";
import type { Licences } from "./instruments/licences.ts";

/** The server with schemas from the contract. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What a running server has at hand; every route is given it. */
export interface Running {
  readonly db: Db;
  readonly site: string;
  readonly catalog: Catalog;
  readonly licences: Licences;
  readonly pages: PageDesk; // closed with the server
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly version: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** How the server is reached and what it shows beside the API. */
export interface Reached {
  readonly encrypted: boolean; // by the https address in front of it
  readonly own: () => OwnNames;
  readonly web: string | undefined; // folder of the built web app
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the caller must be permitted to do. Every route behind a session names it. */
    act?: Act;
  }
  interface FastifyRequest {
    /** Who is calling; set on every route behind a session. */
    person: Person;
  }
  interface FastifyInstance {
    /** Every route with its methods, as "GET /api/session". */
    routeTable: string[];
  }
}
