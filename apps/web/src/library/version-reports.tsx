import type { Jurisdiction } from "../claims/shapes.ts";
import { useLanguage, useT } from "../messages/messages.tsx";
import { type Reading, type VersionName, versionPath } from "./library-queries.ts";

interface VersionReportsProps {
  readonly name: VersionName;
  readonly rules: Reading;
  readonly jurisdiction: Jurisdiction | undefined;
}

/** The version as a file. */
export function VersionReports({ name, rules, jurisdiction }: VersionReportsProps) {
  const t = useT();
  const { locale } = useLanguage().language;
  const wish = { rules, language: locale, ...(jurisdiction !== undefined && { jurisdiction }) };
  return (
    <p className="no-print flex flex-wrap items-baseline gap-x-5 gap-y-2 text-sm">
      <span className="text-muted">{t("claims.export.title")}</span>
      {(["pdf", "html", "sarif", "json"] as const).map((format) => (
        <a key={format} href={versionPath(name, { ...wish, format })} download={`findings.${format}`}>
          {t(`claims.export.${format}`)}
        </a>
      ))}
    </p>
  );
}
