import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Refused } from "../api/call.ts";
import { Callout } from "../design/callout.tsx";
import { useT } from "../messages/messages.tsx";
import { importFile } from "./extraction-queries.ts";
import { FileButton } from "./file-button.tsx";
import { FileFound } from "./file-found.tsx";
import { RefusedList } from "./refused-list.tsx";
import type { ImportWish } from "./shapes.ts";
import { WishFields } from "./wish-fields.tsx";

const FORMATS = ".ris,.bib,.bibtex,.xml,.json,.csv,.txt,.nbib";

/** A study begun with what the file of another program says. Nothing is filled in, and nothing typed is lost without asking. */
export function StartFromFile() {
  const t = useT();
  const [file, setFile] = useState<File>();
  const [wish, setWish] = useState<ImportWish>({});
  const { data, error, isPending, mutate } = useMutation({ mutationFn: importFile });
  const read = (chosen: File | undefined, wanted: ImportWish): void => {
    setFile(chosen);
    setWish(wanted);
    if (chosen !== undefined) mutate({ file: chosen, wish: wanted });
  };
  return (
    <details className="more">
      <summary className="text-accent">{t("extraction.start.title")}</summary>
      <div className="grid grid-cols-1 gap-4 pt-3">
        <p className="measure">{t("extraction.start.means")}</p>
        <p className="flex min-w-0 flex-wrap items-center gap-3">
          <FileButton accept={FORMATS} onFile={(chosen) => read(chosen, wish)}>
            {t("extraction.start.choose")}
          </FileButton>
          <span className="note wrap-anywhere">{file?.name ?? t("extraction.start.formats")}</span>
        </p>
        <WishFields wish={wish} onWish={(wanted) => read(file, wanted)} />
        <p className="note" role="status">
          {isPending ? t("extraction.start.reading") : ""}
        </p>
        {error === null ? null : (
          <Callout tone="stop" announce title={t("extraction.bar.refused")}>
            {error instanceof Refused && error.refusal.problems ? (
              <RefusedList problems={error.refusal.problems} />
            ) : (
              <p>{t("extraction.start.failed")}</p>
            )}
          </Callout>
        )}
        {data === undefined || isPending ? null : <FileFound found={data} />}
      </div>
    </details>
  );
}
