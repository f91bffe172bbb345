import type { StoredAnswer } from "@calcar/contract";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { FailureCallout } from "../api/failure.tsx";
import { useT } from "../messages/messages.tsx";
import { draftOf } from "./saving/save-state.ts";
import type { Saver } from "./saving/saver.ts";

class NotSavedYet extends Error {}

/** Saves what is typed, then asks for the answer to exactly that. An answer to the same facts and knowledge is not asked twice. */
async function answerTo(saver: Saver, knowledge: string): Promise<string> {
  const state = await saver.flush();
  if (draftOf(state) !== undefined) throw new NotSavedYet();
  const { id, version, answers } = state.record;
  const same = answers.find((answer) => answer.version === version && answer.knowledge === knowledge);
  if (same !== undefined) return same.id;
  const stored = await call<StoredAnswer>(`/api/evaluations/${encodeURIComponent(id)}/answers`, { method: "POST", body: { version } });
  return stored.id;
}

export function SeeAnswer({ saver, knowledge }: { readonly saver: Saver; readonly knowledge: string }) {
  const t = useT();
  const navigate = useNavigate();
  const asking = useMutation({
    mutationFn: () => answerTo(saver, knowledge),
    onSuccess: (id) => navigate({ to: "/answers/$id", params: { id } }),
  });
  return (
    <div className="grid justify-items-end gap-2">
      <button type="button" className="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
        {t("evaluation.see")}
      </button>
      {asking.error instanceof NotSavedYet ? (
        <p role="alert" className="text-sm text-stop">
          {t("evaluation.notSavedYet")}
        </p>
      ) : null}
      {asking.error === null || asking.error instanceof NotSavedYet ? null : <FailureCallout failure={asking.error} />}
    </div>
  );
}
