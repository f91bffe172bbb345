import { useId, useState } from "react";
import { useT } from "../messages/messages.tsx";
import { FileButton } from "./file-button.tsx";
import type { ImportWish } from "./shapes.ts";

const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const satisfies readonly ImportWish["encoding"][];

interface WishFieldsProps {
  readonly wish: ImportWish;
  readonly onWish: (wish: ImportWish) => void;
}

/** What a file cannot say of itself: the columns of a REDCap table, decimal commas, an encoding. */
export function WishFields({ wish, onWish }: WishFieldsProps) {
  const t = useT();
  const id = useId();
  const [mapping, setMapping] = useState<string>();
  const choose = async (file: File): Promise<void> => {
    setMapping(file.name);
    onWish({ ...wish, mapping: await file.text() });
  };
  const forget = (): void => {
    const { mapping: _, ...others } = wish;
    setMapping(undefined);
    onWish(others);
  };
  const encode = (name: string): void => {
    const { encoding: _, ...others } = wish;
    const encoding = ENCODINGS.find((one) => one === name);
    onWish(encoding === undefined ? others : { ...others, encoding });
  };
  return (
    <details className="more">
      <summary className="text-accent">{t("extraction.start.more")}</summary>
      <div className="grid grid-cols-1 gap-4 pt-3">
        <p className="flex min-w-0 flex-wrap items-center gap-3">
          <FileButton accept=".yaml,.yml,.json" onFile={choose}>
            {t("extraction.start.mapping")}
          </FileButton>
          <span className="note wrap-anywhere">{mapping ?? t("extraction.start.mappingMeans")}</span>
          {mapping === undefined ? null : (
            <button type="button" className="button-link text-sm" onClick={forget}>
              {t("extraction.start.noMapping")}
            </button>
          )}
        </p>
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="tick"
            checked={wish.decimal === ","}
            onChange={(event) => onWish({ ...wish, decimal: event.target.checked ? "," : "." })}
          />
          {t("extraction.start.comma")}
        </label>
        <div className="grid max-w-72 gap-1">
          <label className="field-label" htmlFor={id}>
            {t("extraction.start.encoding")}
          </label>
          <select id={id} className="input w-full" value={wish.encoding ?? ""} onChange={(event) => encode(event.target.value)}>
            <option value="">{t("extraction.start.encodingOfFile")}</option>
            {ENCODINGS.map((encoding) => (
              <option key={encoding}>{encoding}</option>
            ))}
          </select>
        </div>
      </div>
    </details>
  );
}
