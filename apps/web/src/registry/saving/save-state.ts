import type { EvaluationRecord, RefusalBody } from "@calcar/contract";
import { type Choices, conflictRows, mergeEdits } from "./conflict.ts";
import { applyEdits, type Edits, editFact, type FactValue, isEmpty, joinEdits, NO_EDITS, type Stated } from "./edits.ts";

export type Trouble =
  | { readonly kind: "unreached" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "refused"; readonly refusal: RefusalBody };

/** Where the saving of one evaluation stands. Whatever was typed is in `record`, `sending` or `waiting`, never nowhere. */
export interface SaveState {
  readonly record: EvaluationRecord; // what the server last said, or what was read before a conflict
  readonly waiting: Edits; // typed, not yet on its way
  readonly sending: Edits | undefined; // on its way, no answer yet
  readonly trouble: Trouble | undefined; // why the last attempt failed
  readonly theirs: EvaluationRecord | undefined; // somebody else's version, until the conflict is resolved
  readonly savedAt: string | undefined; // the last save of this sitting
}

export type SaveEvent =
  | { readonly type: "fact-edited"; readonly fact: string; readonly value: FactValue | undefined }
  | { readonly type: "day-edited"; readonly asOf: string }
  | { readonly type: "sent" }
  | { readonly type: "saved"; readonly record: EvaluationRecord }
  | { readonly type: "failed"; readonly trouble: Trouble }
  | { readonly type: "overtaken"; readonly theirs: EvaluationRecord }
  | { readonly type: "resolved"; readonly choices: Choices };

/** What was typed before and never reached the server, kept on the device with the version that it was typed over. */
export interface Draft {
  readonly version: number;
  readonly before: Stated;
  readonly edits: Edits;
}

/** The state in which an evaluation is opened: as the server has it, with a draft of this device on top. */
export function opened(record: EvaluationRecord, draft: Draft | undefined): SaveState {
  const fresh = { record, waiting: NO_EDITS, sending: undefined, trouble: undefined, theirs: undefined, savedAt: undefined };
  if (draft === undefined) return fresh;
  if (draft.version === record.version) return { ...fresh, waiting: draft.edits };
  const read = { ...record, ...draft.before, version: draft.version };
  return overtaken({ ...fresh, record: read, waiting: draft.edits }, record);
}

const unsent = ({ sending, waiting }: SaveState): Edits => joinEdits(sending ?? NO_EDITS, waiting);

/** The evaluation as the writer sees it: the record with everything typed since. */
export const shown = (state: SaveState): Stated => applyEdits(state.record, unsent(state));

/** What would be lost if the device went dark now; absent when everything is saved. */
export const draftOf = (state: SaveState): Draft | undefined => {
  const edits = unsent(state);
  const { version, asOf, facts } = state.record;
  return isEmpty(edits) ? undefined : { version, before: { asOf, facts }, edits };
};

/** Whether something can be sent now: there is something, nothing is under way, and no conflict is open. */
export const canSend = ({ waiting, sending, theirs }: SaveState): boolean =>
  !isEmpty(waiting) && sending === undefined && theirs === undefined;

/** The next state after something happened. Pure; the sending itself is the saver's. */
export function next(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case "fact-edited":
      return { ...state, waiting: editFact(state.waiting, event.fact, event.value), trouble: afterEdit(state.trouble) };
    case "day-edited":
      return { ...state, waiting: { ...state.waiting, asOf: event.asOf }, trouble: afterEdit(state.trouble) };
    case "sent":
      return canSend(state) ? { ...state, sending: state.waiting, waiting: NO_EDITS } : state;
    case "saved":
      return { ...state, record: event.record, sending: undefined, trouble: undefined, savedAt: event.record.updatedAt };
    case "failed":
      return { ...state, waiting: unsent(state), sending: undefined, trouble: event.trouble };
    case "overtaken":
      return overtaken(state, event.theirs);
    case "resolved":
      return resolved(state, event.choices);
  }
}

/** A refused value may be mended by the next edit; a silent server is not. */
const afterEdit = (trouble: Trouble | undefined): Trouble | undefined => (trouble?.kind === "refused" ? undefined : trouble);

/** Their version beside mine. Where nothing differs but what I had sent myself, it was my own save whose answer got lost. */
function overtaken(state: SaveState, theirs: EvaluationRecord): SaveState {
  const mine = shown(state);
  const still = conflictRows(state.record, mine, theirs);
  const pending = { ...state, waiting: unsent(state), sending: undefined, trouble: undefined };
  if (still.some(({ changedBy }) => changedBy !== "me")) return { ...pending, theirs };
  const mineOnly = Object.fromEntries(still.map(({ place }) => [place, "mine" as const]));
  return { ...pending, record: theirs, waiting: mergeEdits(still, mineOnly), theirs: undefined };
}

function resolved(state: SaveState, choices: Choices): SaveState {
  if (state.theirs === undefined) return state;
  const rows = conflictRows(state.record, shown(state), state.theirs);
  return { ...state, record: state.theirs, waiting: mergeEdits(rows, choices), theirs: undefined, trouble: undefined };
}
