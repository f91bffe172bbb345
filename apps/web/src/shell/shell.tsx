import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { SignOut } from "../access/sign-out.tsx";
import { sessionQuery } from "../api/queries.ts";
import { ThemeSwitch } from "../design/theme.tsx";
import { LanguageSwitch } from "../messages/language-switch.tsx";
import { useT } from "../messages/messages.tsx";
import { Wordmark } from "./wordmark.tsx";

const NAV = [
  { to: "/", label: "nav.overview", exact: true },
  { to: "/hips", label: "nav.hips", exact: false },
  { to: "/evidence", label: "nav.evidence", exact: false },
  { to: "/instruments", label: "nav.instruments", exact: false },
  { to: "/check", label: "nav.check", exact: false },
] as const;
const PARTS_OF_CHECK = ["/library", "/compare"];

/** Around every page of a signed-in reader. */
export function Shell() {
  const t = useT();
  const session = useQuery(sessionQuery);
  const isCheck = useLocation({ select: ({ pathname }) => PARTS_OF_CHECK.some((part) => pathname.startsWith(part)) });
  return (
    <>
      <SkipLink />
      <header className="no-print border-b border-rule">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 px-5 md:px-10">
          <Link to="/" className="py-3 text-ink no-underline">
            <Wordmark />
          </Link>
          <nav aria-label={t("nav.label")} className="order-3 -mx-2 w-full md:order-none md:w-auto">
            <ul className="flex flex-wrap gap-x-1">
              {NAV.map(({ to, label, exact }) => (
                <li key={to}>
                  <Link to={to} activeOptions={{ exact }} className={isCheck && to === "/check" ? "nav-link active" : "nav-link"}>
                    {t(label)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ms-auto flex items-center gap-4 text-sm">
            <span className="hidden text-muted md:inline">{session.data?.user.name}</span>
            <SignOut />
          </div>
        </div>
      </header>
      <Outlet />
      <Footer />
    </>
  );
}

/** Around the pages that need no session. */
export function PublicShell() {
  return (
    <>
      <SkipLink />
      <header className="border-b border-rule">
        <div className="mx-auto max-w-page px-5 py-3 md:px-10">
          <Wordmark />
        </div>
      </header>
      <Outlet />
      <Footer />
    </>
  );
}

function SkipLink() {
  const t = useT();
  return (
    <a className="skip-link" href="#main">
      {t("nav.skip")}
    </a>
  );
}

function Footer() {
  const t = useT();
  return (
    <footer className="border-t border-rule text-sm">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 gap-y-3 px-5 py-6 md:px-10">
        <p className="note measure grow basis-80">{t("shell.intendedUse")}</p>
        <div className="no-print flex flex-wrap gap-x-6 gap-y-2">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  );
}
