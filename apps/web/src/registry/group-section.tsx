import type { FactForm } from "@calcar/contract";
import { useState } from "react";
import { useLocalised, useT } from "../messages/messages.tsx";
import { applies } from "./facts/applies.ts";
import { FactField } from "./facts/fact-field.tsx";
import type { FactValue, Stated } from "./saving/edits.ts";

interface GroupSectionProps {
  readonly group: FactForm["groups"][number];
  readonly stated: Stated;
  readonly needed: ReadonlySet<string>;
  readonly onChange: (fact: string, value: FactValue | undefined) => void;
}

/** One part of the examination. Facts of the other diagnosis step back, but never one that is recorded. */
export function GroupSection({ group, stated: { asOf, facts }, needed, onChange }: GroupSectionProps) {
  const t = useT();
  const localised = useLocalised();
  const [showAll, setShowAll] = useState(false);
  const diagnosis = facts["diagnosis.primary"];
  const belongs = (id: string): boolean => id in facts || applies(id, typeof diagnosis === "string" ? diagnosis : undefined);
  const aside = group.facts.filter(({ id }) => !belongs(id));
  const recorded = group.facts.filter(({ id }) => id in facts).length;
  return (
    <section id={`group-${group.id}`} aria-labelledby={`title-${group.id}`} className="section-rule scroll-mt-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={`title-${group.id}`}>{localised(group.title)}</h2>
        <span className="note">{t("evaluation.ofGroup", { recorded, total: group.facts.length })}</span>
      </div>
      {group.intro === undefined ? null : <p className="note measure mb-3">{localised(group.intro)}</p>}
      {group.facts
        .filter(({ id }) => showAll || belongs(id))
        .map((fact) => (
          <FactField
            key={fact.id}
            fact={fact}
            value={facts[fact.id]}
            asOf={asOf}
            needed={needed.has(fact.id)}
            onChange={(value) => onChange(fact.id, value)}
          />
        ))}
      {aside.length === 0 ? null : (
        <p className="note mt-3">
          {t(diagnosis === undefined ? "evaluation.asideUntilDiagnosis" : "evaluation.aside", { count: aside.length })}{" "}
          <button type="button" className="button-link" aria-expanded={showAll} onClick={() => setShowAll(!showAll)}>
            {t(showAll ? "evaluation.hideAside" : "evaluation.showAside")}
          </button>
        </p>
      )}
    </section>
  );
}
