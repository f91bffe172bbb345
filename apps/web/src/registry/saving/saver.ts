import type { EvaluationRecord } from "@calcar/contract";
import type { Choices } from "./conflict.ts";
import type { Edits, FactValue } from "./edits.ts";
import { canSend, type Draft, draftOf, next, opened, type SaveEvent, type SaveState, type Trouble } from "./save-state.ts";

const PAUSE_MS = 700; // after the last keystroke
const RETRY_MS = 4_000;

export type SaveOutcome =
  | { readonly kind: "saved"; readonly record: EvaluationRecord }
  | { readonly kind: "overtaken"; readonly theirs: EvaluationRecord }
  | { readonly kind: "failed"; readonly trouble: Trouble };

export interface Outside {
  send(version: number, edits: Edits): Promise<SaveOutcome>;
  keepDraft(draft: Draft | undefined): void;
}

/** Saves one evaluation as it is typed: after a short pause, one save at a time, again and again while the server is silent. */
export interface Saver {
  read(): SaveState;
  subscribe(listener: () => void): () => void;
  editFact(fact: string, value: FactValue | undefined): void;
  editDay(asOf: string): void;
  resolve(choices: Choices): void;
  /** Sends what is waiting at once. @returns the state after it, saved or not */
  flush(): Promise<SaveState>;
}

export function openSaver(record: EvaluationRecord, draft: Draft | undefined, outside: Outside): Saver {
  let state = opened(record, draft);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | undefined;
  const listeners = new Set<() => void>();

  const happen = (event: SaveEvent): void => {
    state = next(state, event);
    outside.keepDraft(draftOf(state));
    for (const listener of listeners) listener();
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void sendNow(), ms);
  };
  const sendNow = async (): Promise<void> => {
    clearTimeout(timer);
    if (underWay !== undefined) return underWay;
    if (!canSend(state)) return;
    happen({ type: "sent" });
    underWay = outside.send(state.record.version, state.sending!).then((outcome) => {
      underWay = undefined;
      happen(eventOf(outcome));
      if (canSend(state) && state.trouble?.kind !== "refused") later(state.trouble === undefined ? PAUSE_MS : RETRY_MS);
    });
    return underWay;
  };
  const edit = (event: SaveEvent): void => {
    happen(event);
    later(PAUSE_MS);
  };

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      if (timer === undefined && canSend(state)) later(PAUSE_MS); // a draft of an earlier sitting
      return () => listeners.delete(listener);
    },
    editFact: (fact, value) => edit({ type: "fact-edited", fact, value }),
    editDay: (asOf) => edit({ type: "day-edited", asOf }),
    resolve: (choices) => {
      happen({ type: "resolved", choices });
      void sendNow();
    },
    flush: async () => {
      await sendNow();
      if (canSend(state) && state.trouble === undefined) await sendNow(); // what was typed while the first save was under way
      return state;
    },
  };
}

function eventOf(outcome: SaveOutcome): SaveEvent {
  if (outcome.kind === "saved") return { type: "saved", record: outcome.record };
  if (outcome.kind === "overtaken") return { type: "overtaken", theirs: outcome.theirs };
  return { type: "failed", trouble: outcome.trouble };
}
