import { useRef, useState } from "react";
import { useT } from "../messages/messages.tsx";

/** An honest wording, to be taken away with one press. */
export function Wording({ text }: { readonly text: string }) {
  const t = useT();
  const words = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState<"copied" | "selected">();
  const copy = async (): Promise<void> => {
    if (await copied(text)) return setSaid("copied");
    if (words.current) getSelection()?.selectAllChildren(words.current);
    return setSaid("selected");
  };
  return (
    <div className="wording">
      <h4 className="finding-part">{t("claims.wording.title")}</h4>
      <p ref={words} className="wording-text">
        {text}
      </p>
      <p className="no-print flex flex-wrap items-center gap-3">
        <button type="button" className="button button-plain button-small" onClick={() => void copy()}>
          {t("claims.wording.copy")}
        </button>
        <span role="status" className="note">
          {said === undefined ? "" : t(`claims.wording.${said}`)}
        </span>
      </p>
    </div>
  );
}

/** A browser may refuse its clipboard, and has none on an address without encryption. */
async function copied(text: string): Promise<boolean> {
  if (!("clipboard" in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (refused) {
    if (refused instanceof DOMException) return false;
    throw refused;
  }
}
