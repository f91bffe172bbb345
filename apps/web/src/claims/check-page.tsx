import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Page } from "../design/page.tsx";
import { useLanguage, useT } from "../messages/messages.tsx";
import { checkQuery, pastedText } from "./check-query.ts";
import { Desk } from "./desk.tsx";
import { Intake } from "./intake.tsx";
import type { Source } from "./shapes.ts";

const NOTHING = pastedText("");

/** An editor's desk: a page comes in, and leaves with fewer sentences that no evidence bears. */
export function CheckPageView() {
  const t = useT();
  const { locale } = useLanguage().language;
  const [draft, setDraft] = useState("");
  const [start, setStart] = useState<Source>();
  const first = useQuery({
    ...checkQuery(start ?? NOTHING, locale),
    enabled: start !== undefined,
    placeholderData: (previous, query) => (query?.queryKey[1] === start?.id ? previous : undefined), // the same page in another language
  });
  const isOpen = start !== undefined && first.data !== undefined;
  return (
    <Page area="claims" title={t("claims.title")} lead={isOpen ? undefined : t("claims.lead")}>
      {isOpen ? (
        <Desk key={start.id} start={start} first={first.data} onClose={() => setStart(undefined)} />
      ) : (
        <Intake draft={draft} isChecking={first.isFetching} failure={first.error} onDraft={setDraft} onSource={setStart} />
      )}
    </Page>
  );
}
