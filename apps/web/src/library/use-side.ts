import type { CheckedText, VersionLine } from "@calcar/contract";
import { useQuery } from "@tanstack/react-query";
import { checkQuery, pastedText } from "../claims/check-query.ts";
import type { Source } from "../claims/shapes.ts";
import { useLanguage } from "../messages/messages.tsx";
import { type Reading, type VersionName, versionQuery } from "./library-queries.ts";

/** One of two texts to compare: a version of the library, or a text or file at hand, which is checked and not kept. */
export type Side = { readonly saved: VersionName } | { readonly sent: Source };

/** What a side turned out to be. */
export interface SideRead {
  readonly checked: CheckedText;
  readonly title: string | undefined; // of a page of the library
  readonly line: VersionLine | undefined;
}

export interface SideState {
  readonly read: SideRead | undefined;
  readonly failure: Error | null;
}

const NOTHING = pastedText("");
const NO_VERSION: VersionName = { page: "", version: 1 };

/** Reads one side. A text at hand is always checked by the rules of today. */
export function useSide(side: Side | undefined, rules: Reading): SideState {
  const { locale } = useLanguage().language;
  const isSaved = side !== undefined && "saved" in side;
  const saved = useQuery({ ...versionQuery(isSaved ? side.saved : NO_VERSION, { rules, language: locale }), enabled: isSaved });
  const isSent = side !== undefined && "sent" in side;
  const sent = useQuery({ ...checkQuery(isSent ? side.sent : NOTHING, locale), enabled: isSent });
  if (isSaved) {
    const { data, error } = saved;
    return { read: data && { checked: data.checked, title: data.page.title, line: data.line }, failure: error };
  }
  return {
    read: isSent && sent.data ? { checked: sent.data, title: undefined, line: undefined } : undefined,
    failure: isSent ? sent.error : null,
  };
}
