import type { LibraryPage } from "@calcar/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FailureCallout } from "../api/failure.tsx";
import { sessionQuery } from "../api/queries.ts";
import { useT } from "../messages/messages.tsx";
import { deletePage, libraryQuery } from "./library-queries.ts";

/** Takes a page out of the library, asked twice. Shown to the person who added it; the server refuses everybody else. */
export function DeletePage({ page: { id, createdBy, history } }: { readonly page: LibraryPage }) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const user = useQuery(sessionQuery).data?.user;
  const [isAsked, setAsked] = useState(false);
  const deleting = useMutation({
    mutationFn: () => deletePage(id),
    onSuccess: async () => {
      await navigate({ to: "/library" });
      await queries.invalidateQueries({ queryKey: libraryQuery.queryKey, exact: true });
    },
  });
  if (user?.id !== createdBy) return <p className="note">{t("library.delete.notYours")}</p>;
  return (
    <section className="section-rule grid justify-items-start gap-3" aria-labelledby="delete-title">
      <h2 id="delete-title" className="text-lg">
        {t("library.delete.title")}
      </h2>
      <p className="note measure">{t("library.delete.means", { count: history.length })}</p>
      {isAsked ? (
        <div className="flex flex-wrap gap-3" role="alert">
          <button type="button" className="button" onClick={() => deleting.mutate()} aria-disabled={deleting.isPending}>
            {t("library.delete.sure")}
          </button>
          <button type="button" className="button button-plain" onClick={() => setAsked(false)}>
            {t("library.delete.keep")}
          </button>
        </div>
      ) : (
        <button type="button" className="button button-plain" onClick={() => setAsked(true)}>
          {t("library.delete.do")}
        </button>
      )}
      {deleting.error === null ? null : <FailureCallout failure={deleting.error} />}
    </section>
  );
}
