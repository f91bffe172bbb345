import { compareDrafts, resolveDrafts } from "@calcar/extraction";
import { DecisionMade, StudyDraft } from "@calcar/extraction/schema";
import { problemLine } from "@calcar/vocabulary";
import { z } from "zod";
import { EXIT, type Io } from "../io.ts";
import type { Format } from "../options.ts";
import { comparisonText } from "../text/comparison-text.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";
import { readInput } from "./read-draft.ts";

interface Wanted {
  readonly format: Format;
  readonly decisions: string | undefined;
  readonly output: string | undefined;
}

/** Two readings of one paper: where they differ; or the draft that people made of both. */
export async function compareFiles(io: Io, paths: readonly string[], { format, decisions, output }: Wanted): Promise<number> {
  const [one, other, ...rest] = paths;
  if (one === undefined || other === undefined || rest.length > 0) throw new UsageError("--compare takes two drafts");
  if ([one, other, decisions].filter((path) => path === "-").length > 1) throw new UsageError("only one file can come from standard input");
  const first = await readInput(io, one, StudyDraft);
  const second = await readInput(io, other, StudyDraft);
  if (!first || !second) return EXIT.badInput;
  if (decisions !== undefined) {
    const made = await readInput(io, decisions, z.array(DecisionMade));
    return made ? resolved(io, { first, second, made }, output) : EXIT.badInput;
  }
  const compared = compareDrafts(first, second);
  if (!compared.ok) throw new UsageError(`${one}, ${other}: of different papers (${compared.refusal.missing?.join(", ")})`);
  io.out(format === "json" ? `${JSON.stringify(compared.value, null, 2)}\n` : comparisonText(compared.value, [one, other]));
  return compared.value.differences.length > 0 ? EXIT.no : EXIT.done;
}

interface Decided {
  readonly first: StudyDraft;
  readonly second: StudyDraft;
  readonly made: readonly DecisionMade[];
}

function resolved(io: Io, { first, second, made }: Decided, output: string | undefined): number {
  const found = resolveDrafts(first, second, made);
  if (!found.ok) {
    for (const problem of found.problems) io.err(`${printable(problemLine(problem))}\n`);
    return EXIT.no;
  }
  const text = `${JSON.stringify(found.value, null, 2)}\n`;
  if (output === undefined) io.out(text);
  else {
    io.createFile(output, text);
    io.out(`${printable(output)}: written, ${made.length} differences decided\n`);
  }
  return EXIT.done;
}
