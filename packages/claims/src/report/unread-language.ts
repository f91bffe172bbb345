import type { Page, PageWarning } from "../page/page.ts";
import type { ReportLanguage } from "./html-words.ts";

/** What a report says of a page that is not, or not all, in a language that is read. */
export interface UnreadLanguage {
  readonly isMost: boolean; // most of the page: that nothing is found in it then says nothing
  readonly says: string;
}

const ALL = {
  en: "this page is in neither English nor Spanish: its sentences were not checked",
  es: "esta página no está en inglés ni en español: sus frases no se revisaron",
} as const satisfies Record<ReportLanguage, string>;

const SOME = {
  en: (left: string, all: string) =>
    `${left} of the ${all} sentences of this page are in neither English nor Spanish: they were not checked`,
  es: (left: string, all: string) => `${left} de las ${all} frases de esta página no están en inglés ni en español: no se revisaron`,
} as const satisfies Record<ReportLanguage, (left: string, all: string) => string>;

/** Whether a warning is about the language of the page. */
export const isOfLanguage = ({ code }: PageWarning): boolean => code === "language-unread" || code === "language-unread-in-part";

/** What is to be said of a page whose sentences, all or some, are in neither English nor Spanish; undefined where it is read. */
export function unreadLanguage({ warnings }: Page, language: ReportLanguage = "en"): UnreadLanguage | undefined {
  const warning = warnings.find(isOfLanguage);
  if (warning === undefined) return undefined;
  const [left = "", all = ""] = warning.detail?.match(/\d+/g) ?? [];
  return { isMost: warning.code === "language-unread", says: left === all ? ALL[language] : SOME[language](left, all) };
}
