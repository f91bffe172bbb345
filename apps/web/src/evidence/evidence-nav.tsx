import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../messages/messages.tsx";

const PLACES = [
  { to: "/evidence", label: "evidence.nav.questions", below: "/evidence/questions/" },
  { to: "/evidence/studies", label: "evidence.nav.studies", below: "/evidence/studies/" },
  { to: "/evidence/guidelines", label: "evidence.nav.guidelines", below: "/evidence/guidelines/" },
  { to: "/evidence/trials", label: "evidence.nav.trials", below: "/evidence/trials/" },
  { to: "/evidence/reviews", label: "evidence.nav.reviews", below: "/evidence/reviews/" },
  { to: "/evidence/hip-replacement", label: "evidence.nav.benchmarks", below: "/evidence/hip-replacement/" },
  { to: "/evidence/freshness", label: "evidence.nav.freshness", below: "/evidence/searches" },
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
