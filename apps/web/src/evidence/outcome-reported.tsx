import type { Verified } from "@calcar/vocabulary";
import { VERIFIED } from "@calcar/vocabulary";
import { GradeBadge } from "../design/grade-badge.tsx";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { CountedAs } from "./counted-as.tsx";
import type { Outcome } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

type ReportedOutcome = Extract<Outcome, { type: "reported" }>;

const MEASURES: Readonly<Record<string, MessageKey>> = {
  MD: "evidence.reported.MD",
  SMD: "evidence.reported.SMD",
  HR: "evidence.reported.HR",
  OR: "evidence.reported.OR",
  RR: "evidence.reported.RR",
};
const PER_1000 = "risk-per-1000";

/** A comparison or proportion in the paper's own terms. */
export function Reported({ outcome }: { readonly outcome: ReportedOutcome }) {
  const t = useT();
  const { finding, n, extra = {} } = outcome;
  return (
    <>
      {finding === undefined ? null : <span className="block">{finding}</span>}
      <Figure outcome={outcome} />
      <span className="note block">
        <CountedAs n={n} />
      </span>
      {extrasOf(extra).map(({ name, says, verified }) => (
        <span key={name} className="note flex flex-wrap gap-x-2">
          {t("evidence.reported.extra", { name, says })} {verified === undefined ? null : <GradeBadge verified={verified} />}
        </span>
      ))}
    </>
  );
}

function Figure({ outcome: { measure, value, unit, interval, finding } }: { readonly outcome: ReportedOutcome }) {
  const t = useT();
  const { plain, plainRange } = useNumbers();
  if (value === undefined) return finding === undefined ? <span className="text-muted">{t("evidence.outcomes.noValue")}</span> : null;
  const printed = [value].flat().map(plain).join(", ");
  const named = MEASURES[measure] ? t(MEASURES[measure]) : measure;
  const withUnit = unit === undefined || unit === measure ? printed : `${printed} ${unit}`;
  const says = measure === PER_1000 ? t("evidence.reported.per1000", { value: printed }) : `${named}: ${withUnit}`;
  return interval ? `${says}; ${t("evidence.outcomes.interval", { range: plainRange(interval) })}` : says;
}

interface Extra {
  readonly name: string;
  readonly says: string;
  readonly verified: Verified | undefined;
}

/** What else stands beside the number; `xVerified` says how far `x` was checked, and is shown on it. */
function extrasOf(extra: NonNullable<ReportedOutcome["extra"]>): Extra[] {
  return Object.entries(extra)
    .filter(([name]) => !name.endsWith("Verified"))
    .map(([name, says]) => ({
      name: name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`),
      says: String(says),
      verified: VERIFIED.find((grade) => grade === extra[`${name}Verified`]),
    }));
}
