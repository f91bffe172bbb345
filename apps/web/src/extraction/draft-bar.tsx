import { useState } from "react";
import { Refused } from "../api/call.ts";
import { Callout } from "../design/callout.tsx";
import { download } from "../evidence/download.ts";
import { useT } from "../messages/messages.tsx";
import { readDraft } from "./draft-store.ts";
import { checkOf } from "./extraction-queries.ts";
import { JsonButton } from "./json-button.tsx";
import { pruned } from "./place.ts";
import type { Problem } from "./shapes.ts";
import { useForm } from "./writing-context.tsx";

/** The draft as a whole: where it is kept, taken away, brought in, begun anew. */
export function DraftBar() {
  const t = useT();
  const { draft, isKept, replace } = useForm();
  const [refused, setRefused] = useState<readonly Problem[]>();
  const [isAsking, setAsking] = useState(false);
  const isEmpty = Object.keys(pruned(draft)).length === 0;
  const take = async (file: File): Promise<void> => {
    const read = readDraft(await file.text());
    if (read === undefined)
      return setRefused([{ place: file.name, problem: t("extraction.bar.noDraft"), expected: t("extraction.bar.json") }]);
    try {
      await checkOf(read); // a draft of another shape would break the form
      setRefused(undefined);
      replace(read);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      setRefused(failure.refusal.problems ?? [{ place: file.name, problem: failure.refusal.message, expected: t("extraction.bar.json") }]);
    }
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <button
          type="button"
          className="button button-plain button-small"
          onClick={() => download(`${draft.id ?? "draft"}-draft.json`, "application/json", JSON.stringify(pruned(draft), null, 2))}
        >
          {t("extraction.bar.save")}
        </button>
        <JsonButton onFile={take}>{t("extraction.bar.load")}</JsonButton>
        {isEmpty ? null : isAsking ? (
          <span className="flex flex-wrap items-center gap-3">
            {t("extraction.bar.sure")}
            <button
              type="button"
              className="button button-plain button-small"
              onClick={() => {
                replace({});
                setAsking(false);
              }}
            >
              {t("extraction.bar.yes")}
            </button>
            <button type="button" className="button-link text-sm" onClick={() => setAsking(false)}>
              {t("extraction.bar.no")}
            </button>
          </span>
        ) : (
          <button type="button" className="button-link text-sm" onClick={() => setAsking(true)}>
            {t("extraction.bar.anew")}
          </button>
        )}
        <span className="note">{isKept ? t("extraction.bar.kept") : ""}</span>
      </div>
      {isKept ? null : <Callout tone="stop" announce title={t("extraction.bar.notKept")} />}
      {refused === undefined ? null : (
        <Callout tone="stop" announce title={t("extraction.bar.refused")}>
          <ul className="list-disc ps-5">
            {refused.map(({ place, problem, expected }) => (
              <li key={`${place} ${problem}`}>{`${place}: ${problem}; ${expected}`}</li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
