import type { Problem } from "@calcar/vocabulary";
import { maybe, openLedger } from "./check/ledger.ts";
import { studyOf } from "./check/study.ts";
import type { Step } from "./convert/step.ts";
import type { StudyDraft } from "./draft/study-draft.ts";
import type { Known } from "./known.ts";
import { readBack } from "./write/read-back.ts";
import { type DraftFile, filesOf } from "./write/study-file.ts";

/** What a draft has come to: everything wrong with it, every conversion, and the files when nothing is wrong. */
export interface CheckedDraft {
  readonly problems: readonly Problem[]; // `place` is a field of the draft
  readonly notices: readonly Problem[]; // what nothing forbids and a reader should know
  readonly steps: readonly Step[];
  readonly files: readonly DraftFile[]; // empty while there are problems
}

/**
 * Checks a draft of a study and, when nothing is wrong with it, writes it as the files that the catalog reads.
 *
 * Nothing is filled in: each number needs a value that can be, its source, its place, how it was got and how far it was checked.
 * Conversions happen only where the draft asks for them and are all told. The files are read back by the catalog's own parser
 * before they are given out.
 *
 * @param known the words of the knowledge that the study has to fit to
 */
export function checkDraft(draft: StudyDraft, known: Known): CheckedDraft {
  const paper = maybe(draft.paper?.source);
  const ledger = openLedger(known, paper !== undefined && !known.sources.has(paper) ? paper : undefined);
  const built = studyOf(ledger, draft);
  const { problems, notices, steps } = ledger;
  if (!built) return { problems, notices, steps, files: [] };
  const files = filesOf(built, draft);
  const against = readBack(files, built.study, known);
  return { problems: against, notices, steps, files: against.length === 0 ? files : [] };
}
