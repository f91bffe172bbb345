import { type ReactNode, useEffect, useRef } from "react";
import { isTranslated, useLanguage, useT } from "../messages/messages.tsx";

interface PageProps {
  readonly area: string; // first part of this page's message keys; decides whether the page is translated
  readonly title: string;
  readonly tabTitle?: string; // when the heading is too long for a tab
  readonly kicker?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

let pathShown: string | undefined;

/** Moves the reading position to the heading of each page but the first, as a browser would on a full load. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (pathShown !== undefined && pathShown !== location.pathname) heading.current?.focus({ preventScroll: true });
    pathShown = location.pathname;
  }, []);
  return heading;
}

/** One page: its title in the tab and as the only first heading, a lead, and a mark where the language is not the reader's. */
export function Page({ area, title, tabTitle = title, kicker, lead, children }: PageProps) {
  const t = useT();
  const heading = useHeadingFocus();
  const { language } = useLanguage();
  const { locale } = language;
  const translated = isTranslated(language, area);
  return (
    <main id="main" className="page" lang={translated ? locale : "en"}>
      <title>{`${tabTitle} · Calcar`}</title>
      {translated ? null : (
        <p className="note mb-6 border-b border-rule pb-3" lang={locale}>
          {t("page.notTranslated")}
        </p>
      )}
      <header className="mb-8 grid gap-2">
        {kicker ? <div className="kicker">{kicker}</div> : null}
        <h1 ref={heading} tabIndex={-1} className="max-w-[24ch] md:max-w-[32ch]">
          {title}
        </h1>
        {lead ? <div className="lead">{lead}</div> : null}
      </header>
      {children}
    </main>
  );
}
