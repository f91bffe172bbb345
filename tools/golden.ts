import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type GoldenFile, runCase } from "@calcar/statistics/golden";
import { type CaseOutcome, writeReport } from "./golden-report.ts";

const REPORT = join(import.meta.dirname, "../docs/validation/statistics.md");

/** The golden files of a folder, or one sentence why there are none. */
function readFolder(folder: string): GoldenFile[] | string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `${folder} is not a directory of golden files`;
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const files: GoldenFile[] = [];
  for (const name of names) {
    const file = parse(readFileSync(join(folder, name), "utf8"));
    if (!file) return `${join(folder, name)} is not a golden file: expected JSON with a list of cases, each with id, op, args and expected`;
    files.push(file);
  }
  return files.length > 0 ? files : `${folder} holds no golden file (*.json)`;
}

function parse(text: string): GoldenFile | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const cases = (content as Partial<GoldenFile> | null)?.cases;
  const whole =
    Array.isArray(cases) &&
    cases.every((one) => one && typeof one.id === "string" && typeof one.op === "string" && one.expected && one.args);
  return whole ? (content as GoldenFile) : undefined;
}

const show = (value: unknown): string =>
  value === undefined ? "nothing" : typeof value === "number" ? String(value) : JSON.stringify(value);

function report(outcomes: readonly CaseOutcome[]): void {
  const unknown = new Set(outcomes.filter(({ state, reason }) => state === "skipped" && !reason).map(({ op }) => op));
  for (const { file, id, mismatches } of outcomes) {
    const first = mismatches[0];
    if (first) console.log(`${file}#${id} ${first.field} ${show(first.got)} ${show(first.expected)}`);
  }
  for (const { file, id, reason } of outcomes) if (reason) console.log(`${file}#${id} left out: ${reason}`);
  for (const op of unknown) console.log(`unknown op: ${op}`);
  const count = (state: CaseOutcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
}

function main(args: readonly string[]): number {
  const folder = args.find((argument) => !argument.startsWith("--"));
  if (!folder) {
    console.error("golden: name a directory of golden files, as in: npm run -s golden -- reference/statistics");
    return 2;
  }
  const files = readFolder(folder);
  if (typeof files === "string") {
    console.error(`golden: ${files}`);
    return 2;
  }
  const outcomes = files.flatMap((file) =>
    file.cases.map(
      (testCase): CaseOutcome => ({
        file: file.id,
        op: testCase.op,
        id: testCase.id,
        tolerance: testCase.tolerance,
        ...runCase(testCase, file),
      }),
    ),
  );
  report(outcomes);
  if (args.includes("--write-report")) writeReport(outcomes, REPORT);
  return outcomes.some(({ state }) => state === "failed") ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
