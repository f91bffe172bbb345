import { useEffect, useMemo, useRef } from "react";
import { compareFindings } from "../claims/compare-findings.ts";
import { findingsOf } from "../claims/placed.ts";
import { Callout } from "../design/callout.tsx";
import { useT } from "../messages/messages.tsx";
import { compareSentences } from "./compare-sentences.ts";
import { ComparisonSheet } from "./comparison-sheet.tsx";
import { FindingChanges } from "./finding-changes.tsx";
import { SideHeading } from "./side-heading.tsx";
import type { SideRead } from "./use-side.ts";

interface ComparisonProps {
  readonly before: SideRead;
  readonly after: SideRead;
  readonly rules: "then" | "today";
  readonly onRules: (rules: "then" | "today") => void;
}

/** What changed between two checks of a page: first the findings, then the texts side by side. */
export function Comparison({ before, after, rules, onRules }: ComparisonProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const findings = useMemo(() => compareFindings(findingsOf(before.checked), findingsOf(after.checked)), [before, after]);
  const stretches = useMemo(() => compareSentences(before.checked, after.checked), [before, after]);
  const { gone, added, kept } = findings;
  const changed = stretches.filter(({ isSame }) => !isSame);
  const count = (side: "before" | "after"): number => changed.reduce((sum, stretch) => sum + stretch[side].length, 0);
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="grid gap-3">
        <h2 ref={heading} tabIndex={-1} className="desk-count">
          {t("library.compare.findings", { gone: gone.length, added: added.size, kept: kept.size })}
        </h2>
        <p>
          {t("library.compare.sentences", {
            out: count("before"),
            of: before.checked.sentences.length,
            in: count("after"),
            now: after.checked.sentences.length,
          })}
        </p>
        <OtherRules before={before} after={after} rules={rules} onRules={onRules} />
      </div>
      <FindingChanges before={before.checked} after={after.checked} findings={findings} />
      <section className="grid grid-cols-1 gap-4" aria-labelledby="texts-title">
        <h2 id="texts-title">{t("library.compare.texts")}</h2>
        <div className="compare-row">
          <SideHeading label={t("library.compare.before")} side={before} />
          <SideHeading label={t("library.compare.after")} side={after} />
        </div>
        <ComparisonSheet before={before.checked} after={after.checked} stretches={stretches} findings={findings} />
      </section>
    </div>
  );
}

/** Two checks by different rules differ for that reason too. */
function OtherRules({ before, after, rules, onRules }: ComparisonProps) {
  const t = useT();
  const isOther = before.checked.report.knowledge !== after.checked.report.knowledge;
  if (rules === "today")
    return (
      <p className="note">
        {t("library.compare.byToday")}{" "}
        <button type="button" className="button-link no-print" onClick={() => onRules("then")}>
          {t("library.compare.readThen")}
        </button>
      </p>
    );
  if (!isOther) return <p className="note">{t("library.compare.sameKnowledge")}</p>;
  return (
    <Callout tone="caution" title={t("library.compare.otherTitle")}>
      <p>{t("library.compare.otherMeans")}</p>
      <p className="no-print">
        <button type="button" className="button button-plain button-small" onClick={() => onRules("today")}>
          {t("library.compare.readToday")}
        </button>
      </p>
    </Callout>
  );
}
