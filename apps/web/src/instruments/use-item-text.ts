import type { InstrumentPage } from "@calcar/contract";
import type { Item } from "@calcar/instruments";
import { useMemo } from "react";
import { useLanguage } from "../messages/messages.tsx";
import type { Wording } from "./shapes.ts";

export interface ItemText {
  readonly text: string | undefined; // absent: the item is known by its code alone
  readonly lang: string | undefined; // of a loaded wording, when it is not the page's
  readonly optionText: (value: number) => string | undefined;
}

/** What may be shown of an item: a clinic's loaded wording, else our own short label, else nothing. */
export function useItemText(wording: InstrumentPage["wording"]): (item: Item) => ItemText {
  const { locale } = useLanguage().language;
  return useMemo(() => {
    const [lang, words] = chosen(wording, locale);
    return ({ code, label }) => {
      const own = words?.items.find((item) => item.code === code);
      const options = own?.options ?? words?.options;
      return {
        text: own?.text ?? (locale === "es" ? (label?.es ?? label?.en) : label?.en),
        lang: own === undefined ? undefined : lang,
        optionText: (value) => options?.find((option) => option.value === value)?.text,
      };
    };
  }, [wording, locale]);
}

/** The wording in the reader's language, else in English, else in whatever it was loaded. */
function chosen(wording: InstrumentPage["wording"], locale: string): readonly [string | undefined, Wording | undefined] {
  if (wording === null) return [undefined, undefined];
  const lang = [locale, "en", ...Object.keys(wording)].find((tag) => Object.hasOwn(wording, tag));
  return [lang, lang === undefined ? undefined : wording[lang]];
}
