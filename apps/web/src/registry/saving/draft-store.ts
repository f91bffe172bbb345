import { keep, kept } from "../../design/kept.ts";
import type { Draft } from "./save-state.ts";

/** Where a draft lies on this device: apart for each person and each evaluation. */
const nameOf = (user: string, evaluation: string): string => `draft.${user}.${evaluation}`;

/** What this person typed into this evaluation before and never saved. A draft that cannot be read is no draft. */
export function keptDraft(user: string, evaluation: string): Draft | undefined {
  const text = kept(nameOf(user, evaluation));
  if (text === undefined) return undefined;
  const draft: unknown = parse(text);
  return isDraft(draft) ? draft : undefined;
}

export const keepDraft = (user: string, evaluation: string, draft: Draft | undefined): void =>
  keep(nameOf(user, evaluation), draft === undefined ? undefined : JSON.stringify(draft));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

const isDraft = (draft: unknown): draft is Draft =>
  typeof draft === "object" && draft !== null && "version" in draft && "before" in draft && "edits" in draft;
