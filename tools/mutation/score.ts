import { readFileSync } from "node:fs";
import type { Survivor } from "./judged.ts";

const SOURCE = "packages/statistics/src/";

/** How the mutants of one file or family ended. */
export interface Score {
  readonly name: string;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** Percent of all mutants that a test noticed, by failing or by never coming to an end. */
  readonly percent: number;
}

export interface FamilyScore extends Score {
  readonly files: readonly Score[];
  readonly survivors: readonly Survivor[];
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | "RuntimeError" | "CompileError" | "Ignored";
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The score of a family from Stryker's report; mutants that cannot run at all are left out of the count. */
export function scoreOf(family: string, path: string): FamilyScore {
  const { files } = JSON.parse(readFileSync(path, "utf8")) as Report;
  const ofFile = Object.entries(files).sort(([a], [b]) => a.localeCompare(b));
  return {
    ...count(
      family,
      ofFile.flatMap(([, { mutants }]) => mutants),
    ),
    files: ofFile.map(([file, { mutants }]) => count(file.replace(SOURCE, ""), mutants)),
    survivors: ofFile.flatMap(([file, { source, mutants }]) =>
      mutants.filter(isSurvivor).map((mutant) => survivorOf(file.replace(SOURCE, ""), source.split("\n"), mutant)),
    ),
  };
}

const isSurvivor = ({ status }: Mutant): boolean => status === "Survived" || status === "NoCoverage";

function count(name: string, mutants: readonly Mutant[]): Score {
  const killed = mutants.filter(({ status }) => status === "Killed").length;
  const timedOut = mutants.filter(({ status }) => status === "Timeout").length;
  const survived = mutants.filter(isSurvivor).length;
  return { name, killed, timedOut, survived, percent: (100 * (killed + timedOut)) / Math.max(killed + timedOut + survived, 1) };
}

function survivorOf(file: string, source: readonly string[], { location: { start, end }, replacement = "" }: Mutant): Survivor {
  const line = source[start.line - 1]!;
  const original = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
  return { file, row: start.line, line: line.trim(), original: oneLine(original), replacement: oneLine(replacement) };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
