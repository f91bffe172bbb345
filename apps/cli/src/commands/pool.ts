import { parseArgs } from "node:util";
import { answerQuestion, CI_METHODS, type Pooled, type QuestionAnswer, rScript, TAU2_METHODS } from "@calcar/evidence";
import { EXIT, type Io } from "../io.ts";
import { formatOf, oneOf, refused } from "../options.ts";
import { changeText } from "../text/change-text.ts";
import { pooledText } from "../text/pooled-text.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar pool QUESTION [options]

From the studies of a question to a pooled estimate, with leave-one-out, small-study check and certainty.
A question without control groups shows its series one by one; a change is never pooled into an effect.

  --tau2 ${TAU2_METHODS.join("|")}      between-study variance; REML unless stated (FE: one common effect)
  --ci ${CI_METHODS.join("|")}       interval: normal unless stated, Knapp-Hartung, or Knapp-Hartung never narrower than normal
  --without STUDY          leave a study out; may be repeated
  --plot FILE.svg|.png     the forest plot
  --script FILE.R          R code that gives the same numbers with metafor
  --format text|json

  npm run -s calcar -- pool PS3b --plot forest.svg
  npm run -s calcar -- pool PS3 --without hernigou-2018 --ci mhksj --format json
`;

/** A question to its pooled estimate, or to its uncontrolled series. */
export async function pool(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      tau2: { type: "string", default: "REML" },
      ci: { type: "string", default: "z" },
      without: { type: "string", multiple: true, default: [] },
      plot: { type: "string" },
      script: { type: "string" },
      format: { type: "string" },
      help: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const [question, ...rest] = positionals;
  if (question === undefined || rest.length > 0) throw new UsageError("pool takes one QUESTION; calcar evidence list names them");
  const format = formatOf(values.format);
  const choice = { tau2: oneOf("--tau2", values.tau2, TAU2_METHODS), ci: oneOf("--ci", values.ci, CI_METHODS), without: values.without };

  const answered = answerQuestion(io.catalog(), question, choice);
  if (!answered.ok)
    throw refused(answered.refusal.code === "study-in-question" ? `--without ${choice.without.join(" ")}` : question, answered.refusal);
  const answer = answered.value;
  if (values.script !== undefined) io.writeFile(named(values.script, [".R"]), rScript(poolable(answer)));
  if (values.plot !== undefined) await writePlot(named(values.plot, [".svg", ".png"]), answer, io);
  io.out(format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : textOf(answer));
  return EXIT.done;
}

const textOf = (answer: QuestionAnswer): string => (answer.kind === "effect" ? pooledText(answer) : changeText(answer));

function poolable(answer: QuestionAnswer): Pooled {
  if (answer.kind === "change")
    throw new UsageError(
      `--script: ${answer.question} holds uncontrolled series, which are not pooled; expected a question of kind effect`,
    );
  return answer;
}

function named(path: string, endings: readonly string[]): string {
  if (!endings.some((ending) => path.toLowerCase().endsWith(ending.toLowerCase())))
    throw new UsageError(`${path}: expected a name that ends in ${endings.join(" or ")}`);
  return path;
}

/** Drawing brings in a library of its own, so it is loaded only when a figure is asked for. */
async function writePlot(path: string, answer: QuestionAnswer, io: Io): Promise<void> {
  const { plotFile } = await import("../plot/plot-file.ts");
  io.writeFile(path, await plotFile(answer, path.toLowerCase().endsWith(".png") ? "png" : "svg"));
}
