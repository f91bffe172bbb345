import Fastify, { LogController } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { App, Reached, Running } from "./app-type.ts";
import { checkSchemas } from "./http/check-schemas.ts";
import { describeApi } from "./http/describe-api.ts";
import { setHeaders } from "./http/headers.ts";
import { ownPagesOnly } from "./http/own-pages-only.ts";
import { limitRates } from "./http/rates.ts";
import { readJsonOnly } from "./http/read-json.ts";
import { sendRefusal } from "./http/refusal-reply.ts";
import { refuseErrors } from "./http/refuse-errors.ts";
import { requireSession } from "./http/require-session.ts";
import { answers } from "./routes/answers.ts";
import { assess } from "./routes/assess.ts";
import { claims } from "./routes/claims.ts";
import { evaluations } from "./routes/evaluations.ts";
import { extraction } from "./routes/extraction.ts";
import { freshness } from "./routes/freshness.ts";
import { health } from "./routes/health.ts";
import { hips } from "./routes/hips.ts";
import { instruments } from "./routes/instruments.ts";
import { knowledge } from "./routes/knowledge.ts";
import { library } from "./routes/library.ts";
import { openapi } from "./routes/openapi.ts";
import { overview } from "./routes/overview.ts";
import { questions } from "./routes/questions.ts";
import { registers } from "./routes/registers.ts";
import { session } from "./routes/session.ts";
import { signIn } from "./routes/sign-in.ts";
import { serveWeb } from "./web/serve-web.ts";

const LARGEST_BODY = 1_000_000; // bytes
const SLOWEST_REQUEST_MS = 30_000; // to send it; whoever is slower holds a connection for nothing

/** The whole server. What we expose to the world is listed here, by hand, and nowhere else. */
export async function buildApp(running: Running, { encrypted, own, web }: Reached): Promise<App> {
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_REQUEST_MS,
    frameworkErrors: (_error, _request, reply) => sendRefusal(reply, { kind: "invalid", code: "request" }), // an address that cannot be read
    trustProxy: encrypted ? "loopback" : false,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
    logger: { level: "warn", stream: process.stderr },
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  app.addHook("onClose", () => running.pages.close());
  keepRouteTable(app);
  checkSchemas(app);
  readJsonOnly(app);
  refuseErrors(app);
  ownPagesOnly(app, own);
  await setHeaders(app, { encrypted });
  await limitRates(app);
  await describeApi(app, running.version);
  await serveWeb(app, web);

  await app.register(async (open: App) => {
    health(open, running);
    signIn(open, running);
  });
  await app.register(async (closed: App) => {
    requireSession(closed, running.sessions);
    session(closed, running);
    overview(closed, running);
    hips(closed, running);
    evaluations(closed, running);
    answers(closed, running);
    assess(closed, running);
    questions(closed, running);
    knowledge(closed, running);
    freshness(closed, running);
    registers(closed, running);
    instruments(closed, running);
    claims(closed, running);
    extraction(closed, running);
    library(closed, running);
    openapi(closed);
  });
  return app;
}

function keepRouteTable(app: App): void {
  app.decorate("routeTable", []);
  app.addHook("onRoute", ({ method, url }) => {
    app.routeTable.push(...[method].flat().map((verb) => `${verb} ${url}`));
  });
}
