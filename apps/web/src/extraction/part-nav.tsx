import { Link } from "@tanstack/react-router";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { openIn, PARTS, type Part } from "./form-parts.ts";
import { useForm } from "./writing-context.tsx";

/** The way through the form: any part at any time, and how much is open in each. */
export function PartNav({ current }: { readonly current: Part }) {
  const t = useT();
  const { check } = useForm();
  return (
    <nav aria-label={t("extraction.parts")} className="no-print">
      <ol className="part-nav">
        {PARTS.map((part, i) => {
          const open = openIn(check?.problems ?? [], part);
          return (
            <li key={part}>
              <Link
                to="/evidence/extract"
                search={{ part }}
                replace
                resetScroll={false}
                className="part-link"
                aria-current={part === current ? "step" : undefined}
              >
                <span className="font-medium">
                  {i + 1}. {t(`extraction.part.${part}` as MessageKey)}
                </span>
                <span className="note">{part === "file" || check === undefined ? "" : t("extraction.open", { open })}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
