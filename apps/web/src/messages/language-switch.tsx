import { LOCALES, useLanguage, useT } from "./messages.tsx";

const NAMES = { en: "English", es: "Español" } as const; // each in its own language

/** The switch between the languages of the interface. */
export function LanguageSwitch() {
  const t = useT();
  const { language, choose } = useLanguage();
  return (
    <label className="flex items-center gap-2">
      <span>{t("language.label")}</span>
      <select
        className="input-quiet"
        value={language.locale}
        onChange={(event) => choose(LOCALES.find((one) => one === event.target.value) ?? "en")}
      >
        {LOCALES.map((one) => (
          <option key={one} value={one} lang={one}>
            {NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
