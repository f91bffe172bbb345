import { parseArgs } from "node:util";
import { listQuestions, type QuestionSummary, studyPage } from "@calcar/evidence";
import { EXIT, type Io } from "../io.ts";
import { formatOf, refused } from "../options.ts";
import { studyText } from "../text/study-text.ts";
import { wrap } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar evidence list | show STUDY [--format text|json]

The questions that the studies on file can answer; one study with every number, its source and how far it was checked.

  npm run -s calcar -- evidence list
  npm run -s calcar -- evidence show hauzeur-2018
`;

/** What is on file: the questions, or one study with its provenance. */
export async function evidence(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { format: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const format = formatOf(values.format);
  const [act, study, ...rest] = positionals;
  if (act === "list" && study === undefined) io.out(list(io, format));
  else if (act === "show" && study !== undefined && rest.length === 0) io.out(show(study, io, format));
  else throw new UsageError("evidence takes list, or show and one STUDY");
  return EXIT.done;
}

const KINDS: Record<QuestionSummary["kind"], string> = {
  effect: "controlled",
  proportion: "without control groups: a frequency, not an effect",
  change: "without control groups: change, not effect",
  "nothing-direct": "none direct",
};

function list(io: Io, format: "text" | "json"): string {
  const catalog = io.catalog();
  const questions = listQuestions(catalog);
  if (format === "json") return `${JSON.stringify({ questions, knowledge: catalog.version }, null, 2)}\n`;
  const line = ({ id, kind, asks, population, outcome, k, lastSearched }: (typeof questions)[number]) =>
    [
      `${id}  ${wrap(asks, "    ")}`,
      `    ${wrap(`${outcome}; ${population}`, "    ")}`,
      `    ${k === 0 ? "no study" : `${k} ${k === 1 ? "study" : "studies"}, ${KINDS[kind]}`}; last searched ${lastSearched}`,
    ].join("\n");
  return `${questions.map(line).join("\n")}\n`;
}

function show(id: string, io: Io, format: "text" | "json"): string {
  const page = studyPage(io.catalog(), id);
  if (!page.ok) throw refused(id, page.refusal);
  return format === "json" ? `${JSON.stringify(page.value, null, 2)}\n` : studyText(page.value);
}
