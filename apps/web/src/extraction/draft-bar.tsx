import { useState } from "react";
import { Refused } from "../api/call.ts";
import { Callout } from "../design/callout.tsx";
import { download } from "../evidence/download.ts";
import { useT } from "../messages/messages.tsx";
import { AskFirst } from "./ask-first.tsx";
import { openDraft } from "./extraction-queries.ts";
import { DRAFTS, FileButton } from "./file-button.tsx";
import { pruned } from "./place.ts";
import { RefusedList } from "./refused-list.tsx";
import type { Draft, Problem } from "./shapes.ts";
import { StartFromFile } from "./start-from-file.tsx";
import { useForm } from "./writing-context.tsx";

interface Next {
  readonly draft: Draft;
  readonly isAnew: boolean;
}

/** The draft as a whole: where it is kept, taken away, brought in, begun anew. */
export function DraftBar() {
  const t = useT();
  const { draft, isKept, isEmpty, replace } = useForm();
  const [refused, setRefused] = useState<readonly Problem[]>();
  const [next, setNext] = useState<Next>();
  const take = async (file: File): Promise<void> => {
    try {
      const opened = await openDraft(await file.text());
      setRefused(undefined);
      if (isEmpty) replace(opened);
      else setNext({ draft: opened, isAnew: false });
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      setRefused(failure.refusal.problems ?? [{ place: file.name, problem: failure.refusal.message, expected: t("extraction.bar.draft") }]);
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
        <FileButton accept={DRAFTS} onFile={take}>
          {t("extraction.bar.load")}
        </FileButton>
        {isEmpty || next !== undefined ? null : (
          <button type="button" className="button-link text-sm" onClick={() => setNext({ draft: {}, isAnew: true })}>
            {t("extraction.bar.anew")}
          </button>
        )}
        <span className="note">{isKept ? t("extraction.bar.kept") : ""}</span>
      </div>
      {next === undefined ? null : (
        <AskFirst
          question={t(next.isAnew ? "extraction.bar.sure" : "extraction.bar.replaceSure")}
          yes={t(next.isAnew ? "extraction.bar.yes" : "extraction.bar.replace")}
          onYes={() => {
            replace(next.draft);
            setNext(undefined);
          }}
          onNo={() => setNext(undefined)}
        />
      )}
      {isKept ? null : <Callout tone="stop" announce title={t("extraction.bar.notKept")} />}
      {refused === undefined ? null : (
        <Callout tone="stop" announce title={t("extraction.bar.refused")}>
          <RefusedList problems={refused} />
        </Callout>
      )}
      <StartFromFile />
    </div>
  );
}
