import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Address, builtWeb, type NotStarted, readAddress, type Started, startServer } from "@calcar/server";
import { problemLine } from "@calcar/vocabulary";
import { EXIT, type Io } from "../io.ts";
import { formatOf } from "../options.ts";
import { knowledgeFolder, ROOT, recordPlace } from "../record-place.ts";

const HELP = `calcar serve [--port N] [--host HOST] [--data DIR] [--knowledge DIR] [--web DIR] [--format text|json]

The web app and its API, on this machine alone. Ctrl-C stops it.

  npm start
  npm run -s calcar -- serve --port 8080 --data /srv/calcar

  --port N         4280 unless told otherwise; 0 takes any free one
  --host HOST      127.0.0.1; any other needs an https address in front of it, named in CALCAR_URL
  --data DIR       the embedded database and the session key; .calcar/data in the checkout
  --knowledge DIR  the knowledge folder; the one of the checkout
  --web DIR        a web app that is already built; otherwise it is built when its sources have changed

DATABASE_URL uses PostgreSQL in place of the embedded database. CALCAR_SECRET signs the sessions in place of the key in DIR.
CALCAR_LICENCES is a file of signed licence statements, CALCAR_WORDINGS a folder of licensed questionnaire wordings.
`;

const OPTIONS = {
  port: { type: "string", default: "4280" },
  host: { type: "string", default: "127.0.0.1" },
  data: { type: "string" },
  knowledge: { type: "string" },
  web: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Serves until it is told to stop, then closes the database and exits 0. */
export async function serve(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const format = formatOf(values.format);
  const { port, host } = values;
  const address = readAddress({ host, port, publicUrl: process.env.CALCAR_URL });
  if ("problems" in address) {
    for (const problem of address.problems) io.err(`calcar: ${problemLine(problem)}\n`);
    return EXIT.badInput;
  }
  const stop = untilAsked();
  const started = await start(address, values, io);
  if ("sentence" in started) {
    if (stop.isAsked()) return EXIT.done; // Ctrl-C ended what was being made ready
    io.err(started.exit === EXIT.badInput ? `${started.sentence}\n` : `calcar: ${started.sentence}\n`);
    return started.exit;
  }
  const { origin, welcome } = started;
  io.out(format === "json" ? `${JSON.stringify({ origin, ...(welcome && { welcome }) })}\n` : greeting(started));
  await stop.asked;
  await started.stop();
  return EXIT.done;
}

type Folders = { readonly data?: string | undefined; readonly knowledge?: string | undefined; readonly web?: string | undefined };

async function start(address: Address, { data, knowledge, web }: Folders, io: Io): Promise<Started | NotStarted> {
  const built = web === undefined ? await builtWeb(ROOT, (sentence) => io.err(`${sentence}\n`)) : { folder: resolve(web) };
  if ("sentence" in built) return { exit: EXIT.outside, sentence: built.sentence };
  return startServer({
    address,
    ...recordPlace(data),
    secret: process.env.CALCAR_SECRET,
    knowledge: knowledgeFolder(knowledge),
    licences: { statements: process.env.CALCAR_LICENCES || undefined, wordings: process.env.CALCAR_WORDINGS || undefined },
    web: built.folder,
    now: () => new Date(),
  });
}

const PARENT_CHECK_MS = 1_000;

/**
 * The first signal asks to stop; those that follow, a second Ctrl-C among them, change nothing.
 *
 * npm dies of a signal without passing it on to the command that it runs: when it is gone, that counts as one.
 */
function untilAsked(): { readonly asked: Promise<void>; isAsked(): boolean } {
  const parent = process.ppid;
  let isAsked = false;
  const asked = new Promise<void>((done) => {
    const ask = () => {
      isAsked = true;
      done();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
    if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && ask(), PARENT_CHECK_MS).unref();
  });
  return { asked, isAsked: () => isAsked };
}

function greeting({ origin, welcome }: Started): string {
  const first =
    welcome && `There is no account yet. Open this link within 24 hours to make the first one; it works once:\n\n  ${welcome}\n\n`;
  return `Calcar is at ${origin}\n${first ?? ""}Press Ctrl-C to stop it.\n`;
}
