import { type DragEvent, useState } from "react";
import { useT } from "../messages/messages.tsx";
import { CheckFailure } from "./check-failure.tsx";
import { fileSource, pastedText } from "./check-query.ts";
import { FileButton, isTooLarge } from "./file-button.tsx";
import type { Source } from "./shapes.ts";

interface IntakeProps {
  readonly draft: string;
  readonly isChecking: boolean;
  readonly failure: Error | null;
  readonly onDraft: (text: string) => void;
  readonly onSource: (source: Source) => void;
}

/** Where a page comes in: pasted, chosen or dropped; and what happens to it, and what does not. */
export function Intake({ draft, isChecking, failure, onDraft, onSource }: IntakeProps) {
  const t = useT();
  const [refused, setRefused] = useState<string>();
  const isEmpty = draft.trim() === "";
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    setRefused(isTooLarge(file) ? file.name : undefined);
    if (!isTooLarge(file)) onSource(fileSource(file));
  };
  const drop = useDrop(take);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form
        className="grid grid-cols-1 content-start gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty && !isChecking) onSource(pastedText(draft));
        }}
      >
        <div className={drop.isOver ? "drop drop-over" : "drop"} {...drop.zone}>
          <label className="field-label" htmlFor="page-text">
            {t("claims.intake.label")}
          </label>
          <p className="field-hint" id="page-text-hint">
            {t("claims.intake.hint")}
          </p>
          <textarea
            id="page-text"
            className="input intake-text"
            aria-describedby="page-text-hint"
            rows={12}
            value={draft}
            onChange={(event) => onDraft(event.target.value)}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" className="button" aria-disabled={isEmpty || isChecking}>
            {t("claims.intake.check")}
          </button>
          <FileButton onFile={take}>{t("claims.intake.file")}</FileButton>
          <button type="button" className="button-link" onClick={() => onDraft(t("claims.example.text"))}>
            {t("claims.example.use")}
          </button>
        </div>
        <p role="status" className="note">
          {isChecking ? t("claims.checking") : ""}
        </p>
        <CheckFailure failure={isChecking ? null : failure} tooLarge={refused} />
      </form>
      <WhatItDoes />
    </div>
  );
}

/** What the desk does, and what it cannot know. */
function WhatItDoes() {
  const t = useT();
  return (
    <aside className="section-rule grid content-start gap-5" aria-labelledby="promise-title">
      <h2 id="promise-title">{t("claims.promise.title")}</h2>
      {(["marks", "leaves", "silence", "private"] as const).map((part) => (
        <div key={part} className="grid gap-1">
          <h3 className="text-base">{t(`claims.promise.${part}`)}</h3>
          <p className="note">{t(`claims.promise.${part}Means`)}</p>
        </div>
      ))}
    </aside>
  );
}

/** A file dropped on the zone; a text that is dragged goes into the field as usual. */
function useDrop(onFile: (file: File | undefined) => void) {
  const [isOver, setOver] = useState(false);
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");
  const zone = {
    onDragOver: (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!holdsFile(event)) return;
      event.preventDefault();
      onFile(event.dataTransfer.files[0]);
    },
  };
  return { isOver, zone };
}
