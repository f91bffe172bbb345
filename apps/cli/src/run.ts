import { problemLine } from "@calcar/vocabulary";
import { EXIT, type Io } from "./io.ts";
import { printable } from "./text/wrap.ts";
import { OutsideError, UsageError } from "./usage-error.ts";

type Command = (argv: readonly string[], io: Io) => Promise<number>;

interface Entry {
  readonly does: string;
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the help page. Each is loaded only when it is called, so that a start stays short. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  assess: { does: "an evaluation to an answer", load: async () => (await import("./commands/assess.ts")).assess },
  pool: { does: "the studies of a question to a pooled estimate", load: async () => (await import("./commands/pool.ts")).pool },
  evidence: {
    does: "questions, studies and benchmarks on file; what is stale, what a study moves",
    load: async () => (await import("./commands/evidence.ts")).evidence,
  },
  score: { does: "answers to a questionnaire to scores", load: async () => (await import("./commands/score.ts")).scoreCommand },
  "check-numbers": {
    does: "printed statistics: what adds up and what does not",
    load: async () => (await import("./commands/check-numbers.ts")).checkNumbersCommand,
  },
  import: {
    does: "records of papers, registered trials and data of studies from the files of other programs",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  extract: {
    does: "what was read in a paper to a study file; two readings to their differences",
    load: async () => (await import("./commands/extract.ts")).extract,
  },
  lint: { does: "a web page to the sentences that no evidence bears", load: async () => (await import("./commands/lint.ts")).lintCommand },
  lsp: { does: "the same marks in an editor (language server)", load: async () => (await import("./commands/lsp.ts")).lsp },
  serve: { does: "the web app and its API", load: async () => (await import("./commands/serve.ts")).serve },
  verify: { does: "the audit chain and the knowledge", load: async () => (await import("./commands/verify.ts")).verify },
};

/**
 * Runs one command.
 *
 * @returns the exit status: 0 done, 1 worked and the answer is no, 2 the input cannot be used, 3 something outside failed
 */
export async function run([name, ...argv]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || name === "--help" || name === "help") {
    io.out(help());
    return EXIT.done;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    io.err(`calcar: no command "${printable(name.slice(0, 80))}"; expected ${Object.keys(COMMANDS).join(", ")}\n`);
    return EXIT.badInput;
  }
  try {
    return await (await entry.load())(argv, io);
  } catch (error) {
    return refuse(error, io);
  }
}

/** What the person did or what lies outside becomes a line; a defect of ours stays a defect and is thrown. */
function refuse(error: unknown, io: Io): number {
  if (error instanceof UsageError || isParseArgsError(error)) io.err(`calcar: ${printable((error as Error).message.split("\n")[0]!)}\n`);
  else if (isKnowledgeError(error)) io.err(error.problems.map((problem) => `${printable(problemLine(problem))}\n`).join(""));
  else if (error instanceof OutsideError) {
    io.err(`calcar: ${printable(error.message)}\n`);
    return EXIT.outside;
  } else throw error;
  return EXIT.badInput;
}

const isParseArgsError = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");

const isKnowledgeError = (error: unknown): error is { problems: Parameters<typeof problemLine>[0][] } =>
  (error as Error).name === "KnowledgeError" && Array.isArray((error as { problems?: unknown }).problems);

const help = (): string =>
  [
    "Calcar: the load of evidence for cell therapy of the hip.",
    "",
    "  calcar COMMAND [options]        calcar COMMAND --help shows an example",
    "",
    ...Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(15)}${does}`),
    "",
    "Every command takes --format text|json. Exit status: 0 done; 1 the answer is no; 2 the input cannot be used; 3 something outside failed.",
    "",
  ].join("\n");
