import type { SavedVersion } from "@calcar/contract";
import { useQuery } from "@tanstack/react-query";
import { Link, useLoaderData, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "../design/page.tsx";
import { useLanguage, useT } from "../messages/messages.tsx";
import { checkQuery, pastedText, plainText } from "./check-query.ts";
import { ClaimsNav } from "./claims-nav.tsx";
import { Desk } from "./desk.tsx";
import { Intake } from "./intake.tsx";
import type { Source } from "./shapes.ts";

const NOTHING = pastedText("");

/** An editor's desk: a page comes in, and leaves with fewer sentences that no evidence bears. */
export function CheckPageView() {
  const t = useT();
  const { locale } = useLanguage().language;
  const [draft, setDraft] = useState("");
  const navigate = useNavigate();
  const saved = useLoaderData({ from: "/signed-in/reading/check" });
  const [start, setStart] = useState<Source | undefined>(() => (saved === null ? undefined : plainText(saved.checked.text)));
  const first = useQuery({
    ...checkQuery(start ?? NOTHING, locale),
    enabled: start !== undefined,
    placeholderData: (previous, query) => (query?.queryKey[1] === start?.id ? previous : undefined), // the same page in another language
  });
  const close = (): void => {
    setStart(undefined);
    if (saved !== null) void navigate({ to: "/check", replace: true });
  };
  const isOpen = start !== undefined && first.data !== undefined;
  return (
    <Page
      area="claims"
      title={t("claims.title")}
      lead={isOpen ? undefined : t("claims.lead")}
      kicker={<ClaimsNav>{isOpen && saved !== null ? <FromLibrary saved={saved} /> : null}</ClaimsNav>}
    >
      {isOpen ? (
        <Desk key={start.id} start={start} first={first.data} page={saved?.page.id} onClose={close} />
      ) : (
        <Intake draft={draft} isChecking={first.isFetching} failure={first.error} onDraft={setDraft} onSource={setStart} />
      )}
    </Page>
  );
}

function FromLibrary({ saved: { page, line } }: { readonly saved: SavedVersion }) {
  const t = useT();
  return (
    <Link to="/library/$id" params={{ id: page.id }}>
      {t("claims.fromLibrary", { version: line.version, title: page.title })}
    </Link>
  );
}
