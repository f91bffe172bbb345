import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../messages/messages.tsx";

const PLACES = [
  { to: "/check", label: "claims.nav.desk", exact: true },
  { to: "/library", label: "claims.nav.library", exact: false },
  { to: "/compare", label: "claims.nav.compare", exact: true },
] as const;

/** The way between the desk, the library of checked pages and the comparison of two versions. */
export function ClaimsNav({ children }: { readonly children?: ReactNode }) {
  const t = useT();
  return (
    <div className="grid gap-4">
      <nav aria-label={t("claims.nav.label")} className="no-print">
        <ul className="-mx-2 flex flex-wrap">
          {PLACES.map(({ to, label, exact }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact, includeSearch: false }} className="nav-link py-1.5">
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
