import { useT } from "../messages/messages.tsx";
import { SEVERITIES, type Severity } from "./shapes.ts";

interface FoundCountsProps {
  readonly findings: Readonly<Record<Severity, number>>;
  readonly sentences: number;
}

/** "3 errors 2 warnings 0 remarks in 40 sentences read": how many, and out of what. */
export function FoundCounts({ findings, sentences }: FoundCountsProps) {
  const t = useT();
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-4 gap-y-1">
      {SEVERITIES.map((severity) => (
        <span key={severity} className={`claim-key claim-${severity}`}>
          {t(`claims.countOf.${severity}`, { count: findings[severity] })}
        </span>
      ))}
      <span className="text-muted">{t("claims.among", { count: sentences })}</span>
    </span>
  );
}
