import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { FormattedMessage, IntlProvider, useIntl } from "react-intl";
import { keep, kept } from "../design/kept.ts";
import en from "./en.json";
import type pages from "./en-pages.json";

export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];
export type MessageKey = keyof typeof en | keyof typeof pages;
type Values = Readonly<Record<string, string | number | Date>>;
type RichValues = Readonly<Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>>;

type Texts = Partial<Record<MessageKey, string>>;

/** A language and its texts. English comes with the app; any other is fetched when somebody reads it. */
export interface Language {
  readonly locale: Locale;
  readonly texts: Texts;
}

const ENGLISH: Language = { locale: "en", texts: {} };
const others = { es: () => import("./es.json") };

export const languageOf = async (locale: Locale): Promise<Language> =>
  locale === "en" ? ENGLISH : { locale, texts: (await others[locale]()).default };

type Whole = Readonly<Record<MessageKey, string>>;
let english = en as Whole; // its second half comes before any route that needs it is drawn
const readers = new Set<() => void>();

/** Fetches the English texts that the first visit does without: evidence, instruments, claims. Their routes wait for it. */
export async function loadPageTexts(): Promise<void> {
  if (english !== en) return;
  english = { ...en, ...(await import("./en-pages.json")).default };
  for (const tell of readers) tell();
}

const listen = (tell: () => void) => {
  readers.add(tell);
  return () => readers.delete(tell);
};
const useEnglish = (): Whole => useSyncExternalStore(listen, () => english);

const LanguageContext = createContext<{ language: Language; choose(locale: Locale): void }>({ language: ENGLISH, choose: () => undefined });

/** The reader's language on this device: as kept, else the browser's first that we have, else English. */
export function startingLocale(): Locale {
  const wished = [kept("locale"), ...navigator.languages.map((language) => language.slice(0, 2))];
  return wished.map((wish) => LOCALES.find((locale) => locale === wish)).find((locale) => locale !== undefined) ?? "en";
}

/** The reader's regional form of a language, which decides how dates and numbers are written. */
const regional = (locale: Locale): string =>
  navigator.languages.find((language) => language.startsWith(`${locale}-`)) ?? (locale === "en" ? "en-GB" : locale);

/** Whether every text of a page exists in a language. A page is never half translated without saying so. */
export const isTranslated = ({ locale, texts }: Language, area: string): boolean =>
  locale === "en" || Object.keys(english).every((key) => !key.startsWith(`${area}.`) || key in texts);

/** Gives every text, number and date below it one language. A text that has no translation is shown in English. */
export function LocaleProvider({ start = ENGLISH, children }: { readonly start?: Language; readonly children: ReactNode }) {
  const [language, setLanguage] = useState(start);
  const inEnglish = useEnglish();
  useEffect(() => {
    document.documentElement.lang = language.locale;
  }, [language]);
  const shared = useMemo(
    () => ({
      language,
      choose: (locale: Locale) => {
        keep("locale", locale);
        void languageOf(locale).then(setLanguage);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={shared}>
      <IntlProvider locale={regional(language.locale)} messages={{ ...inEnglish, ...language.texts }}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export const useLanguage = () => useContext(LanguageContext);

/** The text of a key in the reader's language. */
export function useT() {
  const intl = useIntl();
  return (key: MessageKey, values?: Values): string => intl.formatMessage({ id: key }, values);
}

/** A text with marked-up parts: `<strong>` and whatever tags the values name. */
export function Text({ k, values }: { readonly k: MessageKey; readonly values?: RichValues }) {
  return (
    <FormattedMessage id={k} values={{ strong: (parts: ReactNode[]) => <strong className="font-semibold">{parts}</strong>, ...values }} />
  );
}

/** Text that knowledge holds in some languages; English is never missing. */
export function useLocalised() {
  const { locale } = useLanguage().language;
  return (text: { readonly en: string; readonly es?: string | undefined }): string => (locale === "es" ? (text.es ?? text.en) : text.en);
}

/** Days and instants as the reader's language writes them. A day has no zone; an instant is shown in the reader's. */
export function useDates() {
  const intl = useIntl();
  return {
    day: (date: string): string => intl.formatDate(`${date}T00:00:00Z`, { dateStyle: "medium", timeZone: "UTC" }),
    instant: (time: string): string => intl.formatDate(time, { dateStyle: "medium", timeStyle: "short" }),
    time: (time: string): string => intl.formatTime(time, { timeStyle: "short" }),
  };
}
