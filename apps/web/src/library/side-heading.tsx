import { useDates, useT } from "../messages/messages.tsx";
import type { SideRead } from "./use-side.ts";

/** Which text stands in a column: of the library with its version and day, or at hand. */
export function SideHeading({ label, side: { checked, title, line } }: { readonly label: string; readonly side: SideRead }) {
  const t = useT();
  const { instant } = useDates();
  const [file] = checked.report.files;
  const name = title === undefined ? (file === undefined || file.path === "text" ? t("library.compare.pasted") : file.path) : title;
  return (
    <div className="section-rule grid content-start gap-0.5">
      <h3 className="text-base">{label}</h3>
      <p className="break-words text-sm">
        {line === undefined ? name : t("library.versionOf", { version: line.version, title: name })}
        {line === undefined ? null : <span className="note">, {instant(line.savedAt)}</span>}
      </p>
      <p className="note">{t("library.compare.count", { findings: file?.findings.length ?? 0, count: checked.sentences.length })}</p>
    </div>
  );
}
