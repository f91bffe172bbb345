import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { answerQuestion, type Choice, CI_METHODS, FIRST_SHOWN, type QuestionAnswer, rScript, TAU2_METHODS } from "@calcar/evidence";
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
  --plot FILE.svg|.png     the figure: a forest plot, or the changes of uncontrolled series
  --script FILE.R          R code that gives the same numbers with metafor
  --format text|json

  npm run -s calcar -- pool PS3b --plot forest.svg
  npm run -s calcar -- pool PS3 --without hernigou-2018 --ci mhksj --format json
`;

const OPTIONS = {
  tau2: { type: "string" },
  ci: { type: "string" },
  without: { type: "string", multiple: true, default: [] },
  plot: { type: "string" },
  script: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean" },
} satisfies ParseArgsOptionsConfig;

/** A question to its pooled estimate, or to its uncontrolled series. Nothing is written before everything asked for is ready. */
export async function pool(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const [question, ...rest] = positionals;
  if (question === undefined || rest.length > 0) throw new UsageError("pool takes one QUESTION; calcar evidence list names them");
  const format = formatOf(values.format);
  const plot = named(values.plot, [".svg", ".png"]);
  const script = named(values.script, [".R"]);

  const answer = answered(io, question, choiceOf(values));
  if (answer.kind === "change") refusePooling(answer.question, values);
  const files = [
    ...(plot === undefined ? [] : [{ path: plot, bytes: await drawn(plot, answer) }]),
    ...(script === undefined || answer.kind === "change" ? [] : [{ path: script, bytes: rScript(answer) }]),
  ];
  for (const { path, bytes } of files) io.writeFile(path, bytes);
  io.out(format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : textOf(answer));
  return EXIT.done;
}

interface Stated {
  readonly tau2?: string | undefined;
  readonly ci?: string | undefined;
  readonly without: readonly string[];
  readonly script?: string | undefined;
}

const choiceOf = ({ tau2, ci, without }: Stated): Choice => ({
  tau2: oneOf("--tau2", tau2 ?? FIRST_SHOWN.tau2, TAU2_METHODS),
  ci: oneOf("--ci", ci ?? FIRST_SHOWN.ci, CI_METHODS),
  without,
});

function answered(io: Io, question: string, choice: Choice): QuestionAnswer {
  const answer = answerQuestion(io.catalog(), question, choice);
  if (answer.ok) return answer.value;
  throw refused(answer.refusal.code === "study-in-question" ? `--without ${choice.without.join(" ")}` : question, answer.refusal);
}

const textOf = (answer: QuestionAnswer): string => (answer.kind === "effect" ? pooledText(answer) : changeText(answer));

/** An option that would have no meaning is refused, so that nobody believes it had one. */
function refusePooling(question: string, values: Stated): void {
  const meaningless = (["tau2", "ci", "script"] as const).filter((option) => values[option] !== undefined);
  if (meaningless.length === 0) return;
  const options = meaningless.map((option) => `--${option}`).join(", ");
  throw new UsageError(`${options}: ${question} holds uncontrolled series, which are not pooled; expected a question of kind effect`);
}

function named(path: string | undefined, endings: readonly string[]): string | undefined {
  if (path !== undefined && !endings.some((ending) => path.toLowerCase().endsWith(ending.toLowerCase())))
    throw new UsageError(`${path}: expected a name that ends in ${endings.join(" or ")}`);
  return path;
}

/** Drawing brings in a library of its own, so it is loaded only when a figure is asked for. */
async function drawn(path: string, answer: QuestionAnswer): Promise<string | Uint8Array> {
  const { plotFile } = await import("../plot/plot-file.ts");
  return await plotFile(answer, path.toLowerCase().endsWith(".png") ? "png" : "svg");
}
