import type { Library, LibraryLine } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ClaimsNav } from "../claims/claims-nav.tsx";
import { FoundCounts } from "../claims/found-counts.tsx";
import { Callout } from "../design/callout.tsx";
import { Page } from "../design/page.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { usePerson } from "../registry/person.ts";
import { libraryQuery } from "./library-queries.ts";
import { StaleBadge, standingOf } from "./stale-note.tsx";

/** Every page that was checked and kept, with its last check. */
export function LibraryPageView() {
  const t = useT();
  const { pages, today } = useSuspenseQuery(libraryQuery).data;
  const stale = pages.filter(({ last }) => standingOf({ line: last, today }) !== "current").length;
  return (
    <Page area="library" title={t("library.title")} lead={t("library.lead")} kicker={<ClaimsNav />}>
      <div className="grid gap-8">
        <p className="note measure">{t("library.noPatient")}</p>
        {pages.length === 0 ? (
          <Callout tone="plain" title={t("library.empty.title")}>
            <p>{t("library.empty.how")}</p>
            <p>
              <Link to="/check">{t("library.empty.desk")}</Link>
            </p>
          </Callout>
        ) : (
          <section className="section-rule grid gap-4" aria-labelledby="pages-title">
            <h2 id="pages-title">{t("library.pages", { count: pages.length })}</h2>
            {stale === 0 ? null : <p className="note">{t("library.staleOf", { stale, count: pages.length })}</p>}
            <ul className="ledger">
              {pages.map((page) => (
                <PageLine key={page.id} page={page} today={today} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}

function PageLine({ page, today }: { readonly page: LibraryLine; readonly today: Library["today"] }) {
  const t = useT();
  const { instant } = useDates();
  const person = usePerson();
  const { id, title, address, versions, last } = page;
  return (
    <li className="grid gap-x-8 gap-y-1 md:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="grid content-start gap-0.5">
        <Link to="/library/$id" params={{ id }} className="break-words font-medium">
          {title}
        </Link>
        {address === undefined ? null : <span className="note break-all">{address}</span>}
      </div>
      <div className="grid content-start gap-1 text-sm">
        <FoundCounts findings={last.findings} sentences={last.sentences} />
        <span className="note">
          {t("library.lastCheck", { time: instant(last.savedAt), by: person(last.savedBy), count: versions })}{" "}
          <StaleBadge line={last} today={today} />
        </span>
      </div>
    </li>
  );
}
