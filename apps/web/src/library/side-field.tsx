import type { LibraryLine } from "@calcar/contract";
import { useId, useState } from "react";
import { CheckFailure } from "../claims/check-failure.tsx";
import { fileSource } from "../claims/check-query.ts";
import { FileButton, isTooLarge } from "../claims/file-button.tsx";
import type { Source } from "../claims/shapes.ts";
import { useT } from "../messages/messages.tsx";

/** A side while it is being chosen. */
export interface SideDraft {
  readonly page: string; // of the library; empty for a text at hand
  readonly version: number;
  readonly text: string;
  readonly file: Source | undefined; // instead of the text
}

interface SideFieldProps {
  readonly legend: string;
  readonly pages: readonly LibraryLine[];
  readonly draft: SideDraft;
  readonly onDraft: (draft: SideDraft) => void;
}

/** Which text stands on one side: a version of a page of the library, a pasted text, or a file. */
export function SideField({ legend, pages, draft, onDraft }: SideFieldProps) {
  const t = useT();
  const id = useId();
  const page = pages.find((one) => one.id === draft.page);
  return (
    <fieldset className="grid min-w-0 content-start gap-3">
      <legend className="mb-2 text-lg font-semibold">{legend}</legend>
      <div className="grid gap-1.5">
        <label className="field-label" htmlFor={`${id}-page`}>
          {t("library.compare.text")}
        </label>
        <select
          id={`${id}-page`}
          className="input w-full min-w-0"
          value={draft.page}
          onChange={({ target }) =>
            onDraft({ ...draft, page: target.value, version: pages.find((one) => one.id === target.value)?.versions ?? 1 })
          }
        >
          <option value="">{t("library.compare.atHand")}</option>
          {pages.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      {page === undefined ? (
        <AtHand id={id} draft={draft} onDraft={onDraft} />
      ) : (
        <div className="grid gap-1.5">
          <label className="field-label" htmlFor={`${id}-version`}>
            {t("library.compare.version")}
          </label>
          <select
            id={`${id}-version`}
            className="input"
            value={draft.version}
            onChange={({ target }) => onDraft({ ...draft, version: Number(target.value) })}
          >
            {Array.from({ length: page.versions }, (_, i) => page.versions - i).map((version) => (
              <option key={version} value={version}>
                {t("library.version", { version })}
              </option>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  );
}

function AtHand({ id, draft, onDraft }: Pick<SideFieldProps, "draft" | "onDraft"> & { readonly id: string }) {
  const t = useT();
  const [tooLarge, setTooLarge] = useState<string>();
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    setTooLarge(isTooLarge(file) ? file.name : undefined);
    if (!isTooLarge(file)) onDraft({ ...draft, file: fileSource(file) });
  };
  return (
    <div className="grid gap-3">
      {draft.file === undefined ? (
        <div className="grid gap-1.5">
          <label className="field-label" htmlFor={`${id}-text`}>
            {t("library.compare.words")}
          </label>
          <textarea
            id={`${id}-text`}
            className="input intake-text"
            rows={7}
            value={draft.text}
            onChange={({ target }) => onDraft({ ...draft, text: target.value })}
          />
        </div>
      ) : (
        <p className="flex flex-wrap items-baseline gap-3">
          <span className="break-all">{draft.file.name}</span>
          <button type="button" className="button-link" onClick={() => onDraft({ ...draft, file: undefined })}>
            {t("library.compare.noFile")}
          </button>
        </p>
      )}
      <div>
        <FileButton size="small" onFile={take}>
          {t("claims.intake.file")}
        </FileButton>
      </div>
      <CheckFailure failure={null} tooLarge={tooLarge} />
    </div>
  );
}
