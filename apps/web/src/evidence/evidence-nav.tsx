import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../messages/messages.tsx";

const PLACES = [
  { to: "/evidence", label: "evidence.nav.questions", below: "/evidence/questions/" },
  { to: "/evidence/studies", label: "evidence.nav.studies", below: "/evidence/studies/" },
  { to: "/evidence/guidelines", label: "evidence.nav.guidelines", below: "/evidence/guidelines/" },
] as const;

/** The way between the parts of the evidence, and below it what kind of page this one is. */
export function EvidenceNav({ children }: { readonly children?: ReactNode }) {
  const t = useT();
  const here = useLocation({ select: ({ pathname }) => pathname });
  return (
    <div className="grid gap-4">
      <nav aria-label={t("evidence.nav.label")} className="no-print">
        <ul className="-mx-2 flex flex-wrap">
          {PLACES.map(({ to, label, below }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: true, includeSearch: false }}
                className={here.startsWith(below) ? "nav-link active py-1.5" : "nav-link py-1.5"}
              >
                {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
