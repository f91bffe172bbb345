import { parseArgs } from "node:util";
import { listQuestions, type QuestionSummary, staleAfter } from "@calcar/evidence";
import { EXIT, type Io } from "../io.ts";
import { formatOf } from "../options.ts";
import { wrap } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";
import { type Asked, fresh, moves, pools, replacement, show } from "./evidence-acts.ts";

const HELP = `calcar evidence ACT [--format text|json]

  list               the questions that the studies on file can answer
  show STUDY         one study with every number, its source and how far it was checked, and the errors found in it
  pools QUESTION     what published reviews pooled on it: cited constants
  benchmarks         what hip replacement does, as published
  freshness          when each question was last searched, what is due, which registered trials run; exit status 1: stale
  impact STUDY       every estimate, answer, criterion, disagreement and claim rule that moves when the study changes

  --today YYYY-MM-DD   freshness: on this day; the day of the clock (UTC) unless stated

  npm run -s calcar -- evidence list
  npm run -s calcar -- evidence show hauzeur-2018
  npm run -s calcar -- evidence freshness --today 2027-06-01
  npm run -s calcar -- evidence impact hernigou-2018 --format json
`;

const OPTIONS = { format: { type: "string" }, today: { type: "string" }, help: { type: "boolean" } } as const;

/** What is on file, how fresh it is, and what leans on it. */
export async function evidence(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const [act = "", subject, ...rest] = positionals;
  if (values.today !== undefined && act !== "freshness") throw new UsageError("--today: has a meaning for freshness only");
  const asked: Asked = { io, format: formatOf(values.format), today: values.today ?? io.now.toISOString().slice(0, 10) };
  const alone = Object.hasOwn(ALONE, act) ? ALONE[act] : undefined;
  if (alone && subject === undefined) return alone(asked);
  const about = Object.hasOwn(ABOUT, act) ? ABOUT[act] : undefined;
  if (about && subject !== undefined && rest.length === 0) return about(subject, asked);
  throw new UsageError(
    "evidence takes list, or show and one STUDY; also freshness, benchmarks, impact and one STUDY, pools and one QUESTION",
  );
}

const ALONE: Readonly<Record<string, (asked: Asked) => number>> = { list, freshness: fresh, benchmarks: replacement };
const ABOUT: Readonly<Record<string, (subject: string, asked: Asked) => number>> = { show, impact: moves, pools };

const KINDS: Record<QuestionSummary["kind"], string> = {
  effect: "controlled",
  proportion: "without control groups: a frequency, not an effect",
  change: "without control groups: change, not effect",
  "nothing-direct": "none direct",
};

function list({ io, format, today }: Asked): number {
  const catalog = io.catalog();
  const questions = listQuestions(catalog);
  const line = ({ id, kind, asks, population, outcome, k, lastSearched, freshUntil }: (typeof questions)[number]) =>
    [
      `${id}  ${wrap(asks, "    ")}`,
      `    ${wrap(`${outcome}; ${population}`, "    ")}`,
      `    ${k === 0 ? "no study" : `${k} ${k === 1 ? "study" : "studies"}, ${KINDS[kind]}`}; last searched ${lastSearched}, ${staleAfter(freshUntil, today)}`,
    ].join("\n");
  io.out(
    format === "json" ? `${JSON.stringify({ questions, knowledge: catalog.version }, null, 2)}\n` : `${questions.map(line).join("\n")}\n`,
  );
  return EXIT.done;
}
