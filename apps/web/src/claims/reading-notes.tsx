import { useT } from "../messages/messages.tsx";
import type { CheckedFile } from "./shapes.ts";

const KNOWN = [
  "encoding-guessed",
  "encoding-mismatch",
  "replacement-characters",
  "control-characters",
  "unreadable-structured-data",
  "parts-unread",
  "word-divided-lines",
  "language-unread",
  "language-unread-in-part",
] as const;

/** How the page was read: what was lost, what was guessed, and comments that allow nothing. */
export function ReadingNotes({ file, isEdited }: { readonly file: CheckedFile | undefined; readonly isEdited: boolean }) {
  const t = useT();
  if (file === undefined) return null;
  const notes = file.warnings.map(({ code, detail = "" }) => {
    const known = KNOWN.find((one) => one === code);
    return known === undefined ? code : t(`claims.warning.${known}`, { detail });
  });
  const misused = file.misusedComments.map(({ problem }) => t("claims.misused", { problem }));
  const format = file.format === "text" || isEdited ? [] : [t(`claims.format.${file.format}`)];
  const all = [...format, ...notes, ...misused];
  if (all.length === 0) return null;
  return (
    <ul className="note measure grid list-disc gap-1 ps-5">
      {all.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
