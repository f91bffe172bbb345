import { checkNumbers, readStatements, typicalSds } from "@calcar/evidence";
import { checkDraft, knownIn } from "@calcar/extraction";
import { StudyDraft } from "@calcar/extraction/schema";
import { EXIT, type Io } from "../io.ts";
import type { Format } from "../options.ts";
import { draftText } from "../text/draft-text.ts";
import { readInput } from "./read-draft.ts";

interface Wanted {
  readonly format: Format;
  readonly output: string | undefined;
  readonly sourceFile: string | undefined;
}

/** One draft: what is wrong with it, what was converted, and the study it comes to. */
export async function extractFile(io: Io, path: string, { format, output, sourceFile }: Wanted): Promise<number> {
  const draft = await readInput(io, path, StudyDraft);
  if (!draft) return EXIT.badInput;
  const checked = checkDraft(draft, knownIn(io.catalog()));
  const [study, source] = checked.files;
  const doubts = study ? doubtsOf(io, study.text) : [];
  if (study && output !== undefined) io.createFile(output, study.text);
  if (source && sourceFile !== undefined) io.createFile(sourceFile, source.text);
  const written = { study: study && output, source: source && sourceFile };
  io.out(format === "json" ? `${JSON.stringify({ ...checked, doubts }, null, 2)}\n` : draftText(checked, doubts, written));
  return study ? EXIT.done : EXIT.no;
}

/** What the checker of printed statistics has against the study: told, never a reason to withhold it. */
function doubtsOf(io: Io, text: string): string[] {
  const statements = readStatements("study.yaml", text, typicalSds(io.catalog()));
  if (!statements.ok) throw new Error("the study that was written cannot be read by the checker of printed statistics");
  return checkNumbers(statements.value).flatMap(({ says, tests }) =>
    tests.flatMap((test) => (test.verdict === "disagrees" ? [`${says}: ${test.says}`] : [])),
  );
}
