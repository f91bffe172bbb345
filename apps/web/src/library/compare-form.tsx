import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { pastedText } from "../claims/check-query.ts";
import { useT } from "../messages/messages.tsx";
import { libraryQuery } from "./library-queries.ts";
import { type SideDraft, SideField } from "./side-field.tsx";
import type { Side } from "./use-side.ts";

interface CompareFormProps {
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  readonly onCompare: (before: Side, after: Side) => void;
}

/** The two texts to compare. */
export function CompareForm({ before, after, onCompare }: CompareFormProps) {
  const t = useT();
  const pages = useQuery(libraryQuery).data?.pages ?? [];
  const [drafts, setDrafts] = useState({ before: draftOf(before), after: draftOf(after) });
  const [isMissing, setMissing] = useState(false);
  const compare = (event: FormEvent): void => {
    event.preventDefault();
    const sides = [sideOf(drafts.before), sideOf(drafts.after)] as const;
    setMissing(sides.includes(undefined));
    if (sides[0] && sides[1]) onCompare(sides[0], sides[1]);
  };
  return (
    <form className="no-print grid grid-cols-1 gap-6" onSubmit={compare} noValidate>
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 md:grid-cols-2">
        {(["before", "after"] as const).map((side) => (
          <SideField
            key={side}
            legend={t(`library.compare.${side}`)}
            pages={pages}
            draft={drafts[side]}
            onDraft={(draft) => setDrafts({ ...drafts, [side]: draft })}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button">
          {t("library.compare.do")}
        </button>
        <p className="field-error" aria-live="polite">
          {isMissing ? t("library.compare.missing") : ""}
        </p>
      </div>
    </form>
  );
}

const draftOf = (side: Side | undefined): SideDraft => {
  const empty = { page: "", version: 1, text: "", file: undefined };
  if (side === undefined) return empty;
  if ("saved" in side) return { ...empty, ...side.saved };
  return "text" in side.sent ? { ...empty, text: side.sent.text } : { ...empty, file: side.sent };
};

function sideOf({ page, version, text, file }: SideDraft): Side | undefined {
  if (page !== "") return { saved: { page, version } };
  if (file !== undefined) return { sent: file };
  return text.trim() === "" ? undefined : { sent: pastedText(text) };
}
