import type { CheckedText, KeptVersion } from "@calcar/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { FailureCallout } from "../api/failure.tsx";
import { keepPage, keepVersion, LIBRARY, libraryQuery } from "../library/library-queries.ts";
import { useT } from "../messages/messages.tsx";
import type { Source } from "./shapes.ts";
import { titleOf } from "./title-of.ts";

interface SavePanelProps {
  readonly source: Source;
  readonly checked: CheckedText;
  readonly page: string | undefined; // of the library, that the text came from
}

const NEW = "";

/** Keeps what is on the desk in the library: as a page of its own, or as a further version of one. */
export function SavePanel({ source, checked, page: from }: SavePanelProps) {
  const t = useT();
  const id = useId();
  const queries = useQueryClient();
  const pages = useQuery(libraryQuery).data?.pages ?? [];
  const [page, setPage] = useState(from ?? NEW);
  const [title, setTitle] = useState(() => titleOf(source, checked));
  const [address, setAddress] = useState("");
  const saving = useMutation({
    mutationFn: () => (page === NEW ? keepPage(source, { title, address: address.trim() }) : keepVersion(source, page)),
    onSuccess: () => queries.invalidateQueries({ queryKey: [LIBRARY] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <form className="no-print grid max-w-xl gap-4 border-b border-rule pb-4" aria-labelledby={`${id}-title`} onSubmit={submit}>
      <h3 id={`${id}-title`}>{t("claims.save.title")}</h3>
      <p className="note">{t("claims.save.means")}</p>
      <div className="grid gap-1.5">
        <label className="field-label" htmlFor={`${id}-page`}>
          {t("claims.save.as")}
        </label>
        <select id={`${id}-page`} className="input min-w-0" value={page} onChange={({ target }) => setPage(target.value)}>
          <option value={NEW}>{t("claims.save.newPage")}</option>
          {pages.map((known) => (
            <option key={known.id} value={known.id}>
              {t("claims.save.versionOf", { title: known.title, version: known.versions + 1 })}
            </option>
          ))}
        </select>
      </div>
      {page === NEW ? <Heading id={id} {...{ title, address, setTitle, setAddress }} /> : null}
      <button type="submit" className="button justify-self-start" aria-disabled={saving.isPending}>
        {t("claims.save.do")}
      </button>
      <Outcome kept={saving.data} />
      {saving.error === null ? null : <FailureCallout failure={saving.error} />}
    </form>
  );
}

interface HeadingProps {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly setTitle: (title: string) => void;
  readonly setAddress: (address: string) => void;
}

function Heading({ id, title, address, setTitle, setAddress }: HeadingProps) {
  const t = useT();
  return (
    <>
      <div className="grid gap-1.5">
        <label className="field-label" htmlFor={`${id}-name`}>
          {t("claims.save.name")}
        </label>
        <input
          id={`${id}-name`}
          className="input w-full"
          required
          maxLength={200}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <div className="grid gap-1.5">
        <label className="field-label" htmlFor={`${id}-address`}>
          {t("claims.save.address")}
        </label>
        <p className="field-hint" id={`${id}-address-hint`}>
          {t("claims.save.addressHint")}
        </p>
        <input
          id={`${id}-address`}
          className="input w-full"
          type="url"
          inputMode="url"
          maxLength={2000}
          aria-describedby={`${id}-address-hint`}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
      </div>
    </>
  );
}

function Outcome({ kept }: { readonly kept: KeptVersion | undefined }) {
  const t = useT();
  return (
    <p role="status">
      {kept === undefined ? null : (
        <>
          {t(kept.isNew ? "claims.save.kept" : "claims.save.same", { version: kept.version })}{" "}
          <Link to="/library/$id" params={{ id: kept.page }}>
            {t("claims.save.open")}
          </Link>
        </>
      )}
    </p>
  );
}
