import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import {
  answerQuestion,
  armRecords,
  armsCsv,
  type Choice,
  CI_METHODS,
  evidenceBundle,
  FIRST_SHOWN,
  type QuestionAnswer,
  rScript,
  SUBGROUP_COORDINATES,
  type SubgroupCoordinate,
  staleLine,
  TAU2_METHODS,
  WIDENINGS,
} from "@calcar/evidence";
import type { EffectFigure } from "@calcar/figures";
import { EXIT, type Io } from "../io.ts";
import { oneOf, refused } from "../options.ts";
import { changeText } from "../text/change-text.ts";
import { nothingText } from "../text/nothing-text.ts";
import { pooledText } from "../text/pooled-text.ts";
import { proportionText } from "../text/proportion-text.ts";
import { SUBGROUP_NAMES } from "../text/subgroup-lines.ts";
import { UsageError } from "../usage-error.ts";

const FIGURES = ["forest", "cumulative", "leave-one-out", "subgroups", "funnel"] as const satisfies readonly EffectFigure[];

const FORMATS = ["text", "json", "csv", "fhir"] as const;

const HELP = `calcar pool QUESTION [options]

From the studies of a question to a pooled estimate, with leave-one-out, small-study check and certainty.
A question without control groups shows its series one by one, or how often something happened; a change is never
pooled into an effect. A question that no study answers says so and names what comes nearest.

  --tau2 ${TAU2_METHODS.join("|")}      between-study variance; REML unless stated (FE: one common effect)
  --ci ${CI_METHODS.join("|")}       interval: normal unless stated, Knapp-Hartung, or Knapp-Hartung never narrower than normal
  --without STUDY          leave a study out; may be repeated
  --widen ${WIDENINGS.join("|")}
                           let in studies that differ in this; may be repeated; the certainty is lower for it
  --plot FILE.svg|.png     the figure: a forest plot with risk of bias, how often something happened, or the changes of
                           uncontrolled series
  --figure ${FIGURES.join("|")}
                           another figure of a pooled effect; forest unless stated. A funnel needs ten studies
  --by ${SUBGROUP_COORDINATES.join("|")}
                           the studies in groups, in the text or as --figure subgroups (there by the first in which they
                           differ unless stated)
  --report FILE.html|.docx the whole evidence of the question, for paper, PDF or Word
  --script FILE.R          R code that gives the same numbers with metafor
  --format ${FORMATS.join("|")}
                           csv: the arms it was made from, one row each, with where every number was read;
                           fhir: a FHIR R5 Bundle (Evidence, EvidenceVariable, Citation, ArtifactAssessment)

  npm run -s calcar -- pool PS3b --plot forest.svg
  npm run -s calcar -- pool PS3 --plot by-year.png --figure cumulative
  npm run -s calcar -- pool PS3d --by phase
  npm run -s calcar -- pool PS3d --by phase --plot by-stage.svg --figure subgroups
  npm run -s calcar -- pool PS3 --without hernigou-2018 --ci mhksj --format json
  npm run -s calcar -- pool onfh-early-hhs --widen phase
  npm run -s calcar -- pool PS3 --report evidence.html
  npm run -s calcar -- pool PS3 --report evidence.docx
  npm run -s calcar -- pool PS3 --format csv > arms.csv
  npm run -s calcar -- pool PS3 --format fhir > evidence.json
`;

const OPTIONS = {
  tau2: { type: "string" },
  ci: { type: "string" },
  without: { type: "string", multiple: true, default: [] },
  widen: { type: "string", multiple: true, default: [] },
  plot: { type: "string" },
  figure: { type: "string" },
  by: { type: "string" },
  script: { type: "string" },
  report: { type: "string" },
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
  const format = oneOf("--format", values.format ?? "text", FORMATS);
  const plot = named(values.plot, [".svg", ".png"]);
  const script = named(values.script, [".R"]);
  const report = named(values.report, [".html", ".docx"]);
  const by = byOf(values, format);
  const figure = figureOf(values, by);

  const answer = answered(io, question, choiceOf(values));
  refuseMeaningless(answer, values);
  if (by !== undefined) refuseAlike(answer, by);
  const files = [
    ...(plot === undefined ? [] : [{ path: plot, bytes: await drawn(plot, answer, figure) }]),
    ...(script === undefined || answer.kind !== "effect" ? [] : [{ path: script, bytes: rScript(answer) }]),
    ...(report === undefined ? [] : [{ path: report, bytes: await reported(io, answer, report) }]),
  ];
  for (const { path, bytes } of files) io.writeFile(path, bytes);
  io.out(format === "text" ? told(io, answer, by) : written(io, answer, format));
  if (format === "csv" && answer.kind === "nothing-direct") io.err(`calcar: no study answers ${answer.question}: the table has no rows\n`);
  return EXIT.done;
}

const told = (io: Io, answer: QuestionAnswer, by: SubgroupCoordinate | undefined): string =>
  `${textOf(answer, by)}${staleLine(io.catalog(), answer.question, io.now.toISOString().slice(0, 10))}`;

function written(io: Io, answer: QuestionAnswer, format: Exclude<(typeof FORMATS)[number], "text">): string {
  const catalog = io.catalog();
  switch (format) {
    case "json":
      return `${JSON.stringify(answer, null, 2)}\n`;
    case "fhir":
      return `${JSON.stringify(evidenceBundle(catalog, answer), null, 2)}\n`;
    case "csv":
      return armsCsv(armRecords(catalog, answer));
  }
}

interface Stated {
  readonly tau2?: string | undefined;
  readonly ci?: string | undefined;
  readonly without: readonly string[];
  readonly widen: readonly string[];
  readonly script?: string | undefined;
  readonly plot?: string | undefined;
  readonly figure?: string | undefined;
  readonly by?: string | undefined;
}

const choiceOf = ({ tau2, ci, without, widen }: Stated): Choice => ({
  tau2: oneOf("--tau2", tau2 ?? FIRST_SHOWN.tau2, TAU2_METHODS),
  ci: oneOf("--ci", ci ?? FIRST_SHOWN.ci, CI_METHODS),
  without,
  widen: [...new Set(widen.map((coordinate) => oneOf("--widen", coordinate, WIDENINGS)))],
});

function answered(io: Io, question: string, choice: Choice): QuestionAnswer {
  const answer = answerQuestion(io.catalog(), question, choice);
  if (answer.ok) return answer.value;
  throw refused(answer.refusal.code === "study-in-question" ? `--without ${choice.without.join(" ")}` : question, answer.refusal);
}

function textOf(answer: QuestionAnswer, by: SubgroupCoordinate | undefined): string {
  switch (answer.kind) {
    case "effect":
      return pooledText(answer, by);
    case "change":
      return changeText(answer);
    case "proportion":
      return proportionText(answer);
    case "nothing-direct":
      return nothingText(answer);
  }
}

interface FigureWanted {
  readonly figure?: EffectFigure;
  readonly by?: SubgroupCoordinate;
}

function byOf({ by, figure }: Stated, format: (typeof FORMATS)[number]): SubgroupCoordinate | undefined {
  if (by === undefined) return undefined;
  const isShown = figure === undefined ? format === "text" : figure === "subgroups";
  if (!isShown) throw new UsageError(`--by ${by}: only the text and --figure subgroups have groups`);
  return oneOf("--by", by, SUBGROUP_COORDINATES);
}

function refuseAlike(answer: QuestionAnswer, by: SubgroupCoordinate): void {
  if (answer.kind === "effect" && !answer.subgroups.some((one) => one.by === by))
    throw new UsageError(`--by ${by}: the studies of ${answer.question} do not differ in ${SUBGROUP_NAMES[by]}`);
}

function figureOf({ figure, plot }: Stated, by: SubgroupCoordinate | undefined): FigureWanted {
  if (figure === undefined) return {};
  if (plot === undefined) throw new UsageError(`--figure ${figure}: there is no --plot FILE to draw it in`);
  return {
    figure: oneOf("--figure", figure, FIGURES),
    ...(by === undefined ? {} : { by }),
  };
}

type Option = "tau2" | "ci" | "script" | "plot" | "figure" | "by";

/** What an answer of each kind has no use for, and why. */
const MEANINGLESS: Record<QuestionAnswer["kind"], { readonly options: readonly Option[]; readonly why: string }> = {
  effect: { options: [], why: "" },
  change: { options: ["tau2", "ci", "script", "figure", "by"], why: "holds uncontrolled series, which are not pooled" },
  proportion: { options: ["script", "figure", "by"], why: "holds proportions, for which there is no script and one figure" },
  "nothing-direct": { options: ["tau2", "ci", "script", "plot", "figure", "by"], why: "is answered by no study" },
};

/** An option that would have no meaning is refused, so that nobody believes it had one. */
function refuseMeaningless({ kind, question }: QuestionAnswer, values: Stated): void {
  const { options, why } = MEANINGLESS[kind];
  const stated = options.filter((option) => values[option] !== undefined);
  if (stated.length === 0) return;
  throw new UsageError(`${stated.map((option) => `--${option}`).join(", ")}: ${question} ${why}; expected a question of kind effect`);
}

function named(path: string | undefined, endings: readonly string[]): string | undefined {
  if (path !== undefined && !endings.some((ending) => path.toLowerCase().endsWith(ending.toLowerCase())))
    throw new UsageError(`${path}: expected a name that ends in ${endings.join(" or ")}`);
  return path;
}

/** Drawing brings in a library of its own, so it is loaded only when a figure is asked for. */
async function drawn(path: string, answer: QuestionAnswer, wanted: FigureWanted): Promise<string | Uint8Array> {
  const { pngFile, svgFile } = await import("@calcar/report");
  const file = path.toLowerCase().endsWith(".png") ? await pngFile(answer, wanted) : svgFile(answer, wanted);
  if (file.ok) return file.value;
  throw new UsageError(`--plot ${path}: ${file.refusal.reason}`);
}

async function reported(io: Io, answer: QuestionAnswer, path: string): Promise<string | Uint8Array> {
  const { evidenceReport, htmlReport, wordReport } = await import("@calcar/report");
  const report = evidenceReport(io.catalog(), answer, io.now.toISOString().slice(0, 10));
  return path.toLowerCase().endsWith(".docx") ? await wordReport(report) : htmlReport(report);
}
