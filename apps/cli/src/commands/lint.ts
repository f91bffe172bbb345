import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { JURISDICTIONS, SEVERITIES } from "@calcar/catalog/schema";
import { applyBaseline, type Baseline, baselineOf, readBaseline, unreadLanguage } from "@calcar/claims";
import { dayOf, problemLine } from "@calcar/vocabulary";
import { EXIT, type Io } from "../io.ts";
import { checkFiles } from "../lint/check-files.ts";
import { type Checked, FORMATS, isGrave, type LintRun } from "../lint/lint-run.ts";
import { written } from "../lint/written.ts";
import { oneOf } from "../options.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar lint PATH... [options]

Reads pages (.txt, .md, .html, .docx, .pdf, .mhtml; files, folders, globs, or - for standard input) and marks the sentences that no
evidence bears: why, what the evidence says, and an honest wording. Nothing is fetched and nothing leaves the machine.

  --format ${FORMATS.join("|")}
  -o, --output FILE       writes the report there; a PDF goes nowhere else
  --fail-on ${[...SEVERITIES, "never"].join("|")}   exit 1 when a finding is as grave; error unless stated
  --rule RULE             only this rule; may be repeated
  --jurisdiction ${JURISDICTIONS.join("|")}   whose law to name; may be repeated; all unless stated
  --baseline FILE         findings known before, each with its reason, are counted apart
  --write-baseline FILE   writes today's findings as a baseline, with --reason
  --reason TEXT           why they are left standing for now
  --language en|es        of reasons and wordings
  --watch                 checks again whenever a file changes

Read are English and Spanish; sentences in another language are not checked, and counted in a warning.
Exit status: 0 nothing as grave as --fail-on; 1 something is; 2 a file could not be read, or most of a page is in neither English
nor Spanish, whatever was found elsewhere.

A comment lets one finding stand: <!-- calcar-allow no-risk-claim: quotes the regulator -->

  npm run -s calcar -- lint page.html
  npm run -s calcar -- lint site --format sarif > findings.sarif
`;

const OPTIONS = {
  format: { type: "string", default: "text" },
  output: { type: "string", short: "o" },
  "fail-on": { type: "string", default: "error" },
  rule: { type: "string", multiple: true },
  jurisdiction: { type: "string", multiple: true },
  baseline: { type: "string" },
  "write-baseline": { type: "string" },
  reason: { type: "string" },
  language: { type: "string", default: "en" },
  watch: { type: "boolean" },
  help: { type: "boolean" },
} satisfies ParseArgsOptionsConfig;

/** Pages to findings. 0: none as grave as `--fail-on`; 1: some; 2: a file could not be read, or most of a page is in neither English nor Spanish, whatever was found in the others. */
export async function lintCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  if (positionals.length === 0) throw new UsageError("lint takes at least one PATH, or - for standard input");
  const run: LintRun = {
    catalog: io.catalog(),
    today: dayOf(io.now),
    format: oneOf("--format", values.format, FORMATS),
    failOn: oneOf("--fail-on", values["fail-on"], [...SEVERITIES, "never"]),
    language: oneOf("--language", values.language, ["en", "es"]),
    rules: values.rule,
    jurisdictions: values.jurisdiction?.map((stated) => oneOf("--jurisdiction", stated, JURISDICTIONS)),
    baseline: values.baseline === undefined ? undefined : baseline(io, values.baseline),
  };
  checkRules(run);
  if (run.format === "pdf" && values.output === undefined) throw new UsageError("--format pdf needs --output FILE");
  const known = baselineTo(values["write-baseline"], values.reason);
  const once = () => lintOnce(io, run, positionals, { report: values.output, baseline: known });
  return values.watch ? await io.watch(positionals, once) : await once();
}

interface WriteTo {
  readonly report: string | undefined; // standard output when absent
  readonly baseline: { readonly path: string; readonly reason: string } | undefined;
}

/** A baseline is written with the reason why its findings stand, or not at all: "known" is none. */
function baselineTo(path: string | undefined, reason: string | undefined): WriteTo["baseline"] {
  if (path === undefined && reason !== undefined) throw new UsageError("--reason goes with --write-baseline FILE");
  if (path === undefined) return undefined;
  if (reason === undefined || reason.trim() === "")
    throw new UsageError("--write-baseline needs --reason TEXT: why the findings are left standing");
  return { path, reason };
}

async function lintOnce(io: Io, run: LintRun, paths: readonly string[], to: WriteTo): Promise<number> {
  const { files, failures } = await checkFiles(io, run, paths);
  const known = files.map((file) => withBaseline(file, run.baseline));
  if (to.baseline !== undefined) {
    const all = baselineOf(known, to.baseline.reason);
    io.writeFile(to.baseline.path, `${JSON.stringify(all, null, 2)}\n`);
    io.err(`${to.baseline.path}: ${all.findings.length} findings written\n`);
  }
  const unread = known.filter(({ page }) => unreadLanguage(page)?.isMost);
  for (const { path, problem } of failures) io.err(`${printable(`${path}: ${problem}`)}\n`);
  for (const { path, page } of unread) io.err(`${printable(`${path}: ${unreadLanguage(page)?.says}`)}\n`);
  const report = await written(run, known, failures);
  if (to.report !== undefined) io.writeFile(to.report, report);
  else if (typeof report === "string") await io.write(report);
  for (const { path, rule, quote } of known.flatMap(({ gone }) => gone))
    io.err(`${printable(`${path}: the baseline names ${rule} in "${quote.slice(0, 60)}", which is not found any more`)}\n`);
  if (failures.length + unread.length > 0) return EXIT.badInput;
  return known.some(({ checked }) => checked.findings.some(({ severity }) => isGrave(severity, run.failOn))) ? EXIT.no : EXIT.done;
}

const withBaseline = (file: Checked, known: Baseline | undefined): Checked => {
  if (!known) return file;
  const { checked, gone } = applyBaseline(file.checked, known, file.path);
  return { ...file, checked, gone };
};

function baseline(io: Io, path: string): Baseline {
  const read = readBaseline(io.readFile(path));
  if (read.ok) return read.value;
  throw new UsageError(read.problems.map((problem) => `${path}: ${problemLine(problem)}`).join("\n"));
}

function checkRules({ rules, catalog }: LintRun): void {
  const known = catalog.claims.map(({ id }) => id);
  const unknown = rules?.find((rule) => !known.includes(rule));
  if (unknown !== undefined) throw new UsageError(`--rule ${unknown.slice(0, 80)}: unknown; expected one of ${known.join(", ")}`);
}
