import { useMutation } from "@tanstack/react-query";
import { FailureCallout } from "../api/failure.tsx";
import { download } from "../evidence/download.ts";
import { useLanguage, useT } from "../messages/messages.tsx";
import { checkFile } from "./check-query.ts";
import { FileButton } from "./file-button.tsx";
import type { Jurisdiction } from "./shapes.ts";
import type { DeskState } from "./use-desk.ts";

interface DeskBarProps {
  readonly desk: DeskState;
  readonly isEditing: boolean;
  readonly isSaving: boolean; // the way into the library stands open
  readonly jurisdiction: Jurisdiction | undefined;
  readonly onFile: (file: File | undefined) => void;
  readonly onEditing: (isEditing: boolean) => void;
  readonly onSaving: (isSaving: boolean) => void;
  readonly onClose: () => void;
}

/** What can be done with the page on the desk. */
export function DeskBar({ desk, isEditing, isSaving, jurisdiction, onFile, onEditing, onSaving, onClose }: DeskBarProps) {
  const t = useT();
  return (
    <div className="no-print grid gap-3 border-y border-rule py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button type="button" className="button button-small" onClick={() => onEditing(!isEditing)}>
          {t(isEditing ? "claims.bar.read" : "claims.bar.edit")}
        </button>
        {desk.canRevert ? (
          <button type="button" className="button button-plain button-small" onClick={desk.revert}>
            {t("claims.bar.revert")}
          </button>
        ) : null}
        <button type="button" className="button button-plain button-small" aria-expanded={isSaving} onClick={() => onSaving(!isSaving)}>
          {t("claims.bar.save")}
        </button>
        <FileButton size="small" onFile={onFile}>
          {t("claims.bar.compare")}
        </FileButton>
        <button type="button" className="button button-plain button-small" onClick={onClose}>
          {t("claims.bar.another")}
        </button>
      </div>
      <Exports desk={desk} jurisdiction={jurisdiction} />
    </div>
  );
}

const FILES = { pdf: "application/pdf", html: "text/html", sarif: "application/sarif+json", json: "application/json" } as const;

function Exports({ desk, jurisdiction }: Pick<DeskBarProps, "desk" | "jurisdiction">) {
  const t = useT();
  const { locale } = useLanguage().language;
  const exporting = useMutation({
    mutationFn: (format: keyof typeof FILES) => checkFile(desk.source, format, { language: locale, jurisdiction }),
    onSuccess: (file, format) => download(`findings.${format}`, FILES[format], file),
  });
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-2 text-sm">
        <span className="text-muted">{t("claims.export.title")}</span>
        {(["pdf", "html", "sarif", "json"] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="button-link"
            aria-disabled={exporting.isPending}
            onClick={() => exporting.mutate(format)}
          >
            {t(`claims.export.${format}`)}
          </button>
        ))}
        <button type="button" className="button-link" onClick={() => print()}>
          {t("claims.export.print")}
        </button>
      </p>
      {exporting.error === null ? null : <FailureCallout failure={exporting.error} />}
    </>
  );
}
