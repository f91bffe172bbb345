import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { groupOf, outdated, readJudged } from "./mutation/judged.ts";
import { writeReport } from "./mutation/report.ts";
import { type FamilyScore, scoreOf } from "./mutation/score.ts";

/**
 * Mutation testing of the statistics room: `npm run -s mutation -- meta`, `-- survival`, or `-- meta/pool` for one file.
 * `-- --write-report` renews docs/validation/mutation.md from the last runs. Runs go on from the last one where nothing changed.
 */
const root = join(import.meta.dirname, "..");
const FAMILIES = ["meta", "survival"];
const GOAL = 85;
const reportOf = (family: string): string => join(root, ".mutation", `${family}.json`);

function mutate(family: string, file: string | undefined): number {
  const stryker = join(root, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const config = join("tools", "mutation", "stryker.config.mjs");
  const only = file === undefined ? [] : ["--mutate", `packages/statistics/src/${family}/${file}.ts`];
  const { status } = spawnSync(process.execPath, [stryker, "run", config, ...only], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CALCAR_MUTATION_FAMILY: family },
  });
  return status ?? 1;
}

/** Prints a family's score and the survivors that nobody has read; whether the goal is met. */
function show(score: FamilyScore): boolean {
  const groups = readJudged();
  const unread = score.survivors.filter((one) => !groupOf(groups, one));
  for (const { file, row, original, replacement } of unread) console.log(`unread: ${file}:${row} [${original}] as [${replacement}]`);
  for (const mutant of outdated(groups, score.survivors, score.name)) console.log(`judged, but survives no more: ${mutant}`);
  const { name, killed, timedOut, survived, percent } = score;
  console.log(
    `${name}: ${percent.toFixed(2)} % (${killed} killed, ${timedOut} never ended, ${survived} survived, ${unread.length} unread)`,
  );
  return percent >= GOAL && unread.length === 0;
}

function versionOfTool(): string {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/@stryker-mutator/core/package.json"), "utf8")) as {
    version: string;
  };
  return `StrykerJS ${version}`;
}

function main(args: readonly string[]): number {
  if (args[0] === "--write-report") {
    const absent = FAMILIES.filter((family) => !existsSync(reportOf(family)));
    if (absent.length > 0) return refuse(`no run of ${absent.join(" and ")} yet`);
    const scores = FAMILIES.map((family) => scoreOf(family, reportOf(family)));
    const occasion = { tool: versionOfTool(), day: new Date().toISOString().slice(0, 10) };
    writeReport(scores, readJudged(), occasion, join(root, "docs/validation/mutation.md"));
    return scores.map(show).every(Boolean) ? 0 : 1;
  }
  const [family, file] = (args[0] ?? "").split("/");
  if (!FAMILIES.includes(family!))
    return refuse("name a family, meta or survival, or one file of it as in: npm run -s mutation -- meta/pool");
  const status = mutate(family!, file);
  if (status !== 0) return status;
  return show(scoreOf(family!, reportOf(family!))) ? 0 : 1;
}

function refuse(sentence: string): number {
  console.error(`mutation: ${sentence}`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
