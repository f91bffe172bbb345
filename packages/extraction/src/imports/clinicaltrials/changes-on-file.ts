import type { Trial } from "@calcar/catalog/schema";
import type { TrialDraft } from "./trial-draft.ts";

const COMPARED = ["status", "statusAsPrinted", "planned", "start", "completion", "resultsPosted", "registerUpdated", "title"] as const;

/** What the register says that the trial on file does not: ": status is recruiting, the register says completed". */
export function changesOnFile(onFile: Trial, register: TrialDraft): string {
  const changed = COMPARED.filter((field) => register[field] !== undefined && register[field] !== onFile[field]).map(
    (field) => `${field} is ${onFile[field] ?? "absent"}, the register says ${register[field]}`,
  );
  return changed.length === 0 ? " and says the same" : `: ${changed.join("; ")}`;
}
