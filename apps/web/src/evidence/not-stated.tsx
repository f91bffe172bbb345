import type { ReactNode } from "react";
import { useT } from "../messages/messages.tsx";

/** What a source does not say is said in words: never a dash, never a zero. */
export function NotStated() {
  const t = useT();
  return <span className="text-muted">{t("evidence.notStated")}</span>;
}

/** What a source says, or that it does not say it. */
export function Stated({ children }: { readonly children: ReactNode }) {
  return children === undefined || children === null || children === "" ? <NotStated /> : children;
}
