import { Link } from "@tanstack/react-router";
import { RefusalCallout } from "../api/failure.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { usePerson } from "./person.ts";
import { draftOf, type SaveState } from "./saving/save-state.ts";

/** Whether what was typed is on record, in a few words that are also read out. */
export function SaveLine({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  const t = useT();
  const { trouble } = state;
  return (
    <div className="grid gap-2">
      <p role="status" className={trouble === undefined ? "text-sm text-muted" : "text-sm font-semibold text-stop"}>
        {useSaveWords(state)}
      </p>
      {trouble?.kind === "unreached" ? (
        <p className="text-sm">
          {t("save.kept")}{" "}
          <button type="button" className="button-link" onClick={onRetry}>
            {t("save.retry")}
          </button>
        </p>
      ) : null}
      {trouble?.kind === "signed-out" ? (
        <p className="text-sm">
          {t("save.kept")}{" "}
          <Link to="/sign-in" search={{ from: location.pathname }}>
            {t("signIn.do")}
          </Link>
        </p>
      ) : null}
      {trouble?.kind === "refused" ? <RefusalCallout refusal={trouble.refusal} /> : null}
    </div>
  );
}

function useSaveWords(state: SaveState): string {
  const t = useT();
  const { time, instant } = useDates();
  const person = usePerson();
  if (state.trouble !== undefined) return t(`save.${state.trouble.kind}`);
  if (state.theirs !== undefined) return t("save.conflict");
  if (state.sending !== undefined) return t("save.saving");
  if (draftOf(state) !== undefined) return t("save.waiting");
  return state.savedAt === undefined
    ? t("save.asOf", { time: instant(state.record.updatedAt), by: person(state.record.updatedBy) })
    : t("save.saved", { time: time(state.savedAt) });
}
