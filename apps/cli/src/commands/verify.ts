import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Catalog, loadCatalog } from "@calcar/catalog";
import { type ChainReport, type Db, openDb, verifyChain } from "@calcar/storage";
import { EXIT, type Io } from "../io.ts";
import { formatOf } from "../options.ts";
import { knowledgeFolder, type RecordPlace, recordPlace } from "../record-place.ts";
import { OutsideError, UsageError } from "../usage-error.ts";

const HELP = `calcar verify [--data DIR] [--knowledge DIR] [--anchor SEQUENCE:HASH] [--format text|json]

Walks the audit chain from its first link to its last, and reads the whole knowledge. Exit status 1: something is broken.
The embedded database is opened by one process at a time: stop the server first.

  npm run -s calcar -- verify
  npm run -s calcar -- verify --anchor 1204:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

  --anchor   the head that an earlier run printed, kept outside the database: the chain must still go through it
`;

const OPTIONS = {
  data: { type: "string" },
  knowledge: { type: "string" },
  anchor: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Exit status 1 when the chain is broken. */
export async function verify(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const format = formatOf(values.format);
  const anchor = values.anchor === undefined ? undefined : readAnchor(values.anchor);
  const catalog = loadCatalog(knowledgeFolder(values.knowledge));
  const place = recordPlace(values.data);
  const db = await openRecord(place);
  try {
    const chain = await verifyChain(db, place.site, anchor);
    const knowledge = contentsOf(catalog);
    io.out(format === "json" ? `${JSON.stringify({ chain, knowledge }, null, 2)}\n` : report(place, chain, knowledge));
    return chain.ok ? EXIT.done : EXIT.no;
  } finally {
    await db.close();
  }
}

/** Looks at what is there: a folder without a database is a mistake of the caller, not an empty record. */
async function openRecord({ data, databaseUrl }: RecordPlace): Promise<Db> {
  if (databaseUrl === undefined && !existsSync(join(data, "cluster")))
    throw new UsageError(`--data ${data}: holds no database; expected the folder that calcar serve was started with`);
  const opened = await openDb(databaseUrl === undefined ? { folder: data } : { url: databaseUrl });
  if (!opened.ok) throw new OutsideError(opened.refusal.sentence);
  return opened.value;
}

function readAnchor(text: string): { sequence: number; hash: string } {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new UsageError("--anchor: not a head; expected SEQUENCE:HASH as an earlier run printed it");
  return { sequence: Number(sequence), hash };
}

interface Contents {
  readonly version: string;
  readonly counts: Readonly<Record<string, number>>;
}

const contentsOf = ({ version, sources, studies, guidelines, criteria, questions }: Catalog): Contents => ({
  version,
  counts: {
    sources: sources.size,
    studies: studies.size,
    guidelines: guidelines.length,
    criteria: criteria.length,
    questions: questions.size,
  },
});

const FAULT = {
  removed: "is missing",
  "out-of-order": "does not follow the one before it",
  changed: "does not say what was sealed",
  appended: "was put there by another hand",
} as const;

const links = (count: number) => `${count} ${count === 1 ? "link" : "links"}`;

function report({ site, data, databaseUrl }: RecordPlace, chain: ChainReport, { version, counts }: Contents): string {
  const where = databaseUrl === undefined ? data : "the PostgreSQL database of DATABASE_URL";
  const walked = chain.ok
    ? `Audit chain of ${site} in ${where}: sound, ${links(chain.links)}.\n  head ${chain.head.sequence}:${chain.head.hash}`
    : `Audit chain of ${site} in ${where}: BROKEN at link ${chain.broken.sequence}, which ${FAULT[chain.broken.fault]}; ${links(chain.links)} before it sound.`;
  const held = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  return `${walked}\nKnowledge ${version}: read and cross-checked; ${held.join(", ")}.\n`;
}
