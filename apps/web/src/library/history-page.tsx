import type { LibraryPage } from "@calcar/contract";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FailureCallout } from "../api/failure.tsx";
import { ClaimsNav } from "../claims/claims-nav.tsx";
import { Page } from "../design/page.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { usePerson } from "../registry/person.ts";
import { DeletePage } from "./delete-page.tsx";
import { checkAgain, LIBRARY, libraryPageQuery } from "./library-queries.ts";
import { standingOf } from "./stale-note.tsx";
import { VersionSteps } from "./version-steps.tsx";

/** One page of the library: its checks as a line of versions, and what can be done with it. */
export function HistoryPageView() {
  const t = useT();
  const { instant } = useDates();
  const person = usePerson();
  const { id } = useParams({ from: "/signed-in/reading/library/$id" });
  const page = useSuspenseQuery(libraryPageQuery(id)).data;
  const { title, address, createdAt, createdBy } = page;
  return (
    <Page area="library" title={title} kicker={<ClaimsNav>{t("library.history.kind")}</ClaimsNav>}>
      <div className="grid gap-10">
        <div className="grid gap-1">
          {address === undefined ? null : <p className="break-all">{address}</p>}
          <p className="note">{t("library.history.added", { time: instant(createdAt), by: person(createdBy) })}</p>
        </div>
        <CheckAgain page={page} />
        <section className="section-rule grid gap-5" aria-labelledby="versions-title">
          <h2 id="versions-title">{t("library.history.versions", { count: page.history.length })}</h2>
          <VersionSteps page={page} />
        </section>
        <DeletePage page={page} />
      </div>
    </Page>
  );
}

function CheckAgain({ page }: { readonly page: LibraryPage }) {
  const t = useT();
  const queries = useQueryClient();
  const checking = useMutation({
    mutationFn: () => checkAgain(page.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: [LIBRARY] }),
  });
  const standing = standingOf({ line: page.last, today: page.today });
  return (
    <div className="grid gap-3">
      <p className="measure">{t(`library.again.${standing}`)}</p>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className="button" aria-disabled={checking.isPending} onClick={() => checking.isPending || checking.mutate()}>
          {t("library.again.do")}
        </button>
        <Link to="/check" search={{ page: page.id }} className="button button-plain">
          {t("library.openDesk")}
        </Link>
      </div>
      <p role="status" className="note">
        {checking.data === undefined
          ? ""
          : t(checking.data.isNew ? "library.again.kept" : "library.again.same", { version: checking.data.version })}
      </p>
      {checking.error === null ? null : <FailureCallout failure={checking.error} />}
    </div>
  );
}
