import { readDocument } from "@calcar/catalog";
import { Source } from "@calcar/catalog/schema";
import { type Problem, problemLine } from "@calcar/vocabulary";
import type { z } from "zod";
import { StudyDraft } from "../draft/study-draft.ts";
import type { DraftFile } from "../write/study-file.ts";
import { yamlOf } from "../write/yaml.ts";
import { TrialDraft } from "./clinicaltrials/trial-draft.ts";
import type { ImportedEntry } from "./imported.ts";

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
 * @throws Error when a file is read otherwise than it was meant: a defect of the writer, never to reach a folder
 */
export function knowledgeFiles({ source, trial, draft, open, notices }: ImportedEntry): DraftFile[] {
  const hasNumbers = (draft?.outcomes?.length ?? 0) > 0 || (draft?.arms?.length ?? 0) > 0;
  return [
    ...(source ? [file(`sources/${source.id}.yaml`, source, Source, trial ? [] : open)] : []),
    ...(trial ? [file(`trials/${trial.id}.yaml`, trial, TrialDraft, open)] : []),
    ...(draft && hasNumbers ? [file(`drafts/${draft.id}.yaml`, draft, StudyDraft, [...(trial ? [] : open), ...notices])] : []),
  ];
}

function file<T extends object>(path: string, value: T, schema: z.ZodType<T>, open: readonly Problem[]): DraftFile {
  const lines = open.length === 0 ? [] : ["For a person, before this is committed:", ...open.map((problem) => `- ${problemLine(problem)}`)];
  const meant = schema.parse(value);
  const text = yamlOf(meant, FLOW, new Map([["", lines]]));
  const back = readDocument(path, text, schema);
  if (!back.ok) throw new Error(`${path}: written as it cannot be read: ${back.problems.map(problemLine).join("; ")}`);
  if (JSON.stringify(back.value) !== JSON.stringify(meant)) throw new Error(`${path}: written otherwise than it was meant`);
  return { path, text };
}
