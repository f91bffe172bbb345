import { readDocument } from "@calcar/catalog";
import { Source } from "@calcar/catalog/schema";
import { type Problem, problemLine, type Read } from "@calcar/vocabulary";
import type { z } from "zod";
import { StudyDraft } from "../draft/study-draft.ts";
import type { DraftFile } from "../write/study-file.ts";
import { yamlOf } from "../write/yaml.ts";
import { TrialDraft } from "./clinicaltrials/trial-draft.ts";
import type { ReadEntry } from "./imported.ts";

/** Maps that stand on one line where they fit. */
const FLOW = new Set([
  "paper",
  "product",
  "report",
  "mean",
  "sd",
  "se",
  "n",
  "lower",
  "upper",
  "level",
  "median",
  "q1",
  "q3",
  "min",
  "max",
  "events",
  "total",
  "percent",
  "value",
  "patients",
  "hips",
]);

/**
 * The files of an entry, to be reviewed by a person: a source and a trial in the layout of the knowledge, the draft of a study for
 * the form. What is open stands in comments at the top. Each file is read back by the catalog's own parser before it is given out.
 *
 * @returns the files, or why one of them cannot be a file of the knowledge: it would be too long
 */
export function knowledgeFiles({ source, trial, draft, open, notices }: ReadEntry): Read<readonly DraftFile[]> {
  const hasNumbers = (draft?.outcomes?.length ?? 0) > 0 || (draft?.arms?.length ?? 0) > 0;
  const files = [
    ...(source ? [file(`sources/${source.id}.yaml`, source, Source, trial ? [] : open)] : []),
    ...(trial ? [file(`trials/${trial.id}.yaml`, trial, TrialDraft, open)] : []),
    ...(draft && (hasNumbers || (!source && !trial))
      ? [file(`drafts/${draft.id}.yaml`, draft, StudyDraft, [...(trial ? [] : open), ...notices])]
      : []),
  ];
  const problems = files.flatMap((made) => (made.ok ? [] : made.problems));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: files.flatMap((made) => (made.ok ? [made.value] : [])) };
}

/** @throws Error when the file is read otherwise than it was meant: a defect of the writer, never to reach a folder */
function file<T extends object>(path: string, value: T, schema: z.ZodType<T>, open: readonly Problem[]): Read<DraftFile> {
  const lines = open.length === 0 ? [] : ["For a person, before this is committed:", ...open.map((problem) => `- ${problemLine(problem)}`)];
  const meant = schema.safeParse(value);
  if (!meant.success)
    return {
      ok: false,
      problems: meant.error.issues.map((issue) => ({
        place: `${path}, ${issue.path.map(String).join(".")}`,
        problem: issue.message,
        expected: "what the knowledge takes",
      })),
    };
  const text = yamlOf(meant.data, FLOW, new Map([["", lines]]));
  const back = readDocument(path, text, schema);
  if (!back.ok) return back;
  if (JSON.stringify(back.value) !== JSON.stringify(meant.data)) throw new Error(`${path}: written otherwise than it was meant`);
  return { ok: true, value: { path, text } };
}
