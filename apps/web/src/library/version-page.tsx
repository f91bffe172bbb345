import type { SavedVersion } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ClaimsNav } from "../claims/claims-nav.tsx";
import { FilterBar } from "../claims/filter-bar.tsx";
import { countsOf, filtered, NO_FILTER } from "../claims/finding-filter.ts";
import { FindingList } from "../claims/finding-list.tsx";
import { FoundCounts } from "../claims/found-counts.tsx";
import { focusFinding, focusMark } from "../claims/move.ts";
import { PageSheet } from "../claims/page-sheet.tsx";
import { placedIn } from "../claims/placed.ts";
import { ReadingNotes } from "../claims/reading-notes.tsx";
import { useJurisdiction } from "../claims/use-jurisdiction.ts";
import { Page } from "../design/page.tsx";
import { useDates, useLanguage, useT } from "../messages/messages.tsx";
import { usePerson } from "../registry/person.ts";
import { versionQuery } from "./library-queries.ts";
import { ReadingChoice } from "./reading-choice.tsx";
import { VersionReports } from "./version-reports.tsx";

/** One version of a page as it was found then, or by the rules of today: its text with marks, and what was found. */
export function VersionPageView() {
  const t = useT();
  const { instant } = useDates();
  const person = usePerson();
  const { locale } = useLanguage().language;
  const { id, version } = useParams({ from: "/signed-in/reading/library/$id/versions/$version" });
  const { rules = "then" } = useSearch({ from: "/signed-in/reading/library/$id/versions/$version" });
  const name = { page: id, version: Number(version) };
  const saved = useSuspenseQuery(versionQuery(name, { rules, language: locale })).data;
  const { page, line, checked, today } = saved;
  return (
    <Page
      area="library"
      title={t("library.versionOf", { version: line.version, title: page.title })}
      kicker={
        <ClaimsNav>
          <Link to="/library/$id" params={{ id }}>
            {t("library.toHistory", { count: page.versions })}
          </Link>
        </ClaimsNav>
      }
      lead={t("library.history.by", { time: instant(line.savedAt), by: person(line.savedBy) })}
    >
      <div className="grid grid-cols-1 gap-6">
        <ReadingChoice name={name} rules={rules} line={line} today={today} />
        <ReadingNotes file={checked.report.files[0]} isEdited={false} />
        <Reading key={`${rules} ${locale}`} saved={saved} name={name} />
      </div>
    </Page>
  );
}

function Reading({ saved: { checked, rules }, name }: { readonly saved: SavedVersion; readonly name: { page: string; version: number } }) {
  const t = useT();
  const placed = useMemo(() => placedIn(checked), [checked]);
  const [filter, setFilter] = useState(NO_FILTER);
  const [jurisdiction, chooseJurisdiction] = useJurisdiction();
  const [open, setOpen] = useState<number>();
  const shown = filtered(placed, filter);
  const select = (number: number): void => {
    setOpen(number);
    focusFinding(number);
  };
  return (
    <>
      <h2 className="desk-count">{t("claims.count", { count: placed.length })}</h2>
      <p>
        <FoundCounts findings={countsOf(placed)} sentences={checked.sentences.length} />
      </p>
      <VersionReports name={name} rules={rules} jurisdiction={jurisdiction} />
      <div className="desk">
        <PageSheet text={checked.text} checked={checked} marks={shown} open={open} onSelect={select} />
        <section className="desk-findings" aria-label={t("claims.findings.title")}>
          <FilterBar
            placed={placed}
            rules={checked.rules}
            filter={filter}
            jurisdiction={jurisdiction}
            onFilter={setFilter}
            onJurisdiction={chooseJurisdiction}
          />
          <FindingList
            checked={checked}
            placed={shown}
            total={placed.length}
            open={open}
            jurisdiction={jurisdiction}
            onOpen={setOpen}
            onShow={(number) => focusMark(number, undefined)}
          />
        </section>
      </div>
    </>
  );
}
