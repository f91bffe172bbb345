import { parseArgs } from "node:util";
import { readEvaluation, recommend } from "@calcar/guidance";
import { dayOf, latestToday, problemLine } from "@calcar/vocabulary";
import { EXIT, type Io } from "../io.ts";
import { recommendationText } from "../text/recommendation-text.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar assess FILE|- [--format text|json]

From a structured evaluation (calcar-evaluation/1) to an answer with its reasons. Nothing is stored.

  npm run -s calcar -- assess examples/onfh-may-be-discussed.json
  npm run -s calcar -- assess - --format json < evaluation.json
`;

/** Evaluation in, recommendation out. An invalid evaluation exits 2 with one line per problem and prints no recommendation. */
export async function assess(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { format: { type: "string", default: "text" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const { format } = values;
  if (format !== "text" && format !== "json") throw new UsageError(`--format ${format}: unknown; expected text or json`);
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UsageError("assess takes one FILE, or - for standard input");

  const bytes = path === "-" ? await io.stdin() : io.readFile(path);
  const catalog = io.catalog();
  const evaluation = readEvaluation(catalog, bytes, latestToday(io.now));
  const today = dayOf(io.now);
  if (!evaluation.ok) {
    for (const problem of evaluation.problems) io.err(`${printable(`${path}: ${problemLine(problem)}`)}\n`);
    return EXIT.badInput;
  }
  const recommendation = recommend(catalog, evaluation.value);
  io.out(
    format === "json"
      ? `${JSON.stringify(recommendation, null, 2)}\n`
      : recommendationText(catalog, evaluation.value, recommendation, today),
  );
  return EXIT.done;
}
