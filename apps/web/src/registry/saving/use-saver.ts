import type { EvaluationConflict, EvaluationRecord } from "@calcar/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { call, Refused, Unreached } from "../../api/call.ts";
import { evaluationQuery } from "../../api/queries.ts";
import { keepDraft, keptDraft } from "./draft-store.ts";
import type { Edits } from "./edits.ts";
import { openSaver, type SaveOutcome } from "./saver.ts";

/** The saver of one evaluation for as long as its page is open, and its state. Leaving the page sends what is waiting. */
export function useSaver(record: EvaluationRecord, user: string) {
  const queries = useQueryClient();
  const { id } = record;
  const [saver] = useState(() =>
    openSaver(record, keptDraft(user, id), {
      send: async (version, edits) => {
        const outcome = await send(id, version, edits);
        if (outcome.kind === "saved") queries.setQueryData(evaluationQuery(id).queryKey, outcome.record);
        return outcome;
      },
      keepDraft: (draft) => keepDraft(user, id, draft),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => {
    const flush = (): void => void saver.flush();
    addEventListener("online", flush);
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("online", flush);
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [saver]);
  return { saver, state };
}

async function send(id: string, version: number, { asOf, set, clear }: Edits): Promise<SaveOutcome> {
  const body = { version, set, clear, ...(asOf === undefined ? {} : { asOf }) };
  try {
    return { kind: "saved", record: await call<EvaluationRecord>(`/api/evaluations/${encodeURIComponent(id)}`, { method: "PATCH", body }) };
  } catch (failure) {
    if (failure instanceof Unreached) return { kind: "failed", trouble: { kind: "unreached" } };
    if (!(failure instanceof Refused)) throw failure;
    return outcomeOf(failure);
  }
}

function outcomeOf({ status, refusal }: Refused): SaveOutcome {
  if (status === 401) return { kind: "failed", trouble: { kind: "signed-out" } };
  if (status === 409 && "theirs" in refusal) return { kind: "overtaken", theirs: (refusal as EvaluationConflict).theirs };
  if (refusal.kind === "unavailable") return { kind: "failed", trouble: { kind: "unreached" } }; // trying again may help
  return { kind: "failed", trouble: { kind: "refused", refusal } };
}
