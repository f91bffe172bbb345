import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { CatalogInstrument } from "@calcar/catalog";
import { observations, questionnaire, readAnswers, readValueSet, type ScoreOptions, type Scores, score } from "@calcar/instruments";
import { type Problem, problemLine } from "@calcar/vocabulary";
import { EXIT, type Io } from "../io.ts";
import { type Format, formatOf, oneOf } from "../options.ts";
import { needsForm } from "../score/needs-form.ts";
import { scoreBatch } from "../score/score-batch.ts";
import { scoreJson } from "../score/score-json.ts";
import { instrumentsText, scoresText } from "../text/scores-text.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar score INSTRUMENT FILE|- [options]
calcar score INSTRUMENT --batch ANSWERS.csv|- [--refused FILE.csv] [options]
calcar score INSTRUMENT --questionnaire
calcar score --list

From the answers to one questionnaire ({ "p5": 2, "p10": 1, ... }, an unanswered item absent) to its scores. A score that cannot be
computed is null with its reason, never 0. A batch has a header row and one questionnaire per row; columns that are no items are
carried along, and a row with an impossible answer is not scored, but reported.

  --form FORM              edition or way of entry, for an instrument that has several
  --allow-unconfirmed      score also what no readable source confirms, and mark it provisional
  --value-set FILE         country value set from a licensee, for an index
  --refused FILE.csv       every refused row of a batch with its line and reason
  --questionnaire          the instrument as a FHIR R4 Questionnaire: items as codes
  --format text|json|fhir  fhir: the scores as a FHIR R4 Bundle of Observations

  npm run -s calcar -- score hoos-jr examples/answers/hoos-jr.json
  npm run -s calcar -- score hoos --batch answers.csv > scores.csv
`;

const OPTIONS = {
  list: { type: "boolean" },
  batch: { type: "string" },
  refused: { type: "string" },
  form: { type: "string" },
  questionnaire: { type: "boolean" },
  "allow-unconfirmed": { type: "boolean" },
  "value-set": { type: "string" },
  format: { type: "string" },
  help: { type: "boolean" },
} satisfies ParseArgsOptionsConfig;

/** Answers to scores: one questionnaire, or a table of them. Answers that cannot be used exit 2 and nothing is scored from them. */
export async function scoreCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  if (values.list) return list(io, formatOf(values.format), positionals);
  const [id, path, ...rest] = positionals;
  const ways = [path, values.batch, values.questionnaire].filter((way) => way !== undefined);
  if (id === undefined || rest.length > 0 || ways.length !== 1) throw new UsageError(USAGE);
  if (values.refused !== undefined && values.batch === undefined) throw new UsageError("--refused goes with --batch");
  const instrument = known(io, id);
  const form = formNamed(instrument, values.form);
  if (values.questionnaire) return asked(io, instrument, form);
  const options: ScoreOptions = {
    form,
    allowUnconfirmed: values["allow-unconfirmed"],
    valueSet: values["value-set"] === undefined ? undefined : valueSet(io, instrument, values["value-set"]),
  };
  if (values.batch === undefined) return await one(io, { instrument, options, path: path!, format: values.format ?? "text" });
  if (values.format !== undefined) throw new UsageError("--format: a batch is written as CSV");
  return await scoreBatch(io, { instrument, options, path: values.batch, refusedPath: values.refused });
}

const USAGE =
  "score takes an INSTRUMENT and one of a FILE (or - for standard input), --batch FILE or --questionnaire; score --list names them";

function asked(io: Io, instrument: CatalogInstrument, form: string | undefined): number {
  const made = questionnaire(instrument, { form });
  if (!made.ok) throw new UsageError(needsForm(instrument));
  io.out(`${JSON.stringify(made.value, null, 2)}\n`);
  return EXIT.done;
}

function list(io: Io, format: Format, positionals: readonly string[]): number {
  if (positionals.length > 0) throw new UsageError("score --list takes no INSTRUMENT");
  const { instruments, version } = io.catalog();
  const all = [...instruments.values()];
  const rows = all.map(({ id, name, version, items, licence, forms, unconfirmed, subscales }) => ({
    id,
    name,
    version,
    items: items.reduce((count, { codes }) => count + codes.length, 0),
    scores: subscales.map((subscale) => subscale.id),
    forms: forms?.map((form) => form.id) ?? [],
    licence: licence.status,
    unconfirmed: unconfirmed?.map((entry) => ({ id: entry.id, says: entry.says.en })) ?? [],
  }));
  io.out(format === "json" ? `${JSON.stringify({ instruments: rows, knowledge: version }, null, 2)}\n` : instrumentsText(all));
  return EXIT.done;
}

function known(io: Io, id: string): CatalogInstrument {
  const { instruments } = io.catalog();
  const found = instruments.get(id.toLowerCase());
  if (!found) throw new UsageError(`${id.slice(0, 80)}: no such instrument; expected one of ${[...instruments.keys()].join(", ")}`);
  return found;
}

/** A form the instrument does not have is a slip of the caller; one that is missing is refused score by score. */
function formNamed({ id, forms = [] }: CatalogInstrument, stated: string | undefined): string | undefined {
  if (stated === undefined || forms.some((form) => form.id === stated)) return stated;
  const expected = forms.length === 0 ? `${id} has one form only` : `expected one of ${forms.map((form) => form.id).join(", ")}`;
  throw new UsageError(`--form ${stated.slice(0, 80)}: unknown; ${expected}`);
}

function valueSet(io: Io, instrument: CatalogInstrument, path: string): NonNullable<ScoreOptions["valueSet"]> {
  const read = readValueSet(instrument, io.readFile(path));
  if (read.ok) return read.value;
  throw new UsageError(read.problems.map((problem) => `${path}: ${problemLine(problem)}`).join("\n"));
}

interface One {
  readonly instrument: CatalogInstrument;
  readonly options: ScoreOptions;
  readonly path: string;
  readonly format: string;
}

async function one(io: Io, { instrument, options, path, format }: One): Promise<number> {
  const chosen = oneOf("--format", format, ["text", "json", "fhir"]);
  const read = readAnswers(instrument, path === "-" ? await io.stdin() : io.readFile(path), { form: options.form });
  if (!read.ok) return tell(io, path, read.problems);
  const scores = score(instrument, read.value.answers, options);
  const { doubleMarks } = read.value;
  if (chosen === "text") io.out(scoresText(instrument, scores, doubleMarks));
  else io.out(`${JSON.stringify(chosen === "json" ? scoreJson(scores, doubleMarks) : bundle(instrument, scores), null, 2)}\n`);
  return EXIT.done;
}

const bundle = (instrument: CatalogInstrument, scores: Scores) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: observations(instrument, scores).map((resource) => ({ resource })),
});

function tell(io: Io, path: string, problems: readonly Problem[]): number {
  for (const problem of problems) io.err(`${printable(`${path}: ${problemLine(problem)}`)}\n`);
  return EXIT.badInput;
}
