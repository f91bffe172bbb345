import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Survivors that a person has read and lets stand, with the one reason they share. */
export interface JudgedGroup {
  /** `equivalent`: no input can tell it from the source. `harmless`: told apart only by speed, or by a last digit no test should hold. */
  readonly verdict: "equivalent" | "harmless";
  readonly reason: string;
  /** File below `src`, a piece of the line, and what the mutant puts there. */
  readonly mutants: readonly (readonly [file: string, line: string, replacement: string])[];
}

/** A mutant that every test let pass. */
export interface Survivor {
  readonly file: string;
  readonly row: number;
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
}

export const readJudged = (): JudgedGroup[] => JSON.parse(readFileSync(join(import.meta.dirname, "judged.json"), "utf8")) as JudgedGroup[];

/** The group that speaks of a survivor. */
export const groupOf = (groups: readonly JudgedGroup[], { file, line, replacement }: Survivor): JudgedGroup | undefined =>
  groups.find(({ mutants }) => mutants.some(([place, text, put]) => place === file && line.includes(text) && put === replacement));

/** Judgements that fit no survivor any more: the source or the tests have moved on. */
export const outdated = (groups: readonly JudgedGroup[], survivors: readonly Survivor[], family: string): string[] =>
  groups
    .flatMap(({ mutants }) => mutants)
    .filter(([file]) => file.startsWith(`${family}/`))
    .filter(([file, text, put]) => !survivors.some((one) => one.file === file && one.line.includes(text) && one.replacement === put))
    .map((mutant) => mutant.join(" | "));
