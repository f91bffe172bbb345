import { useState } from "react";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { Wrong } from "./fields.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import { placesOf } from "./place.ts";
import type { OutcomeDraft } from "./shapes.ts";
import { useForm } from "./writing-context.tsx";

const TYPES = ["events", "value", "change", "reported"] as const;

/** What came of it: counts, values, changes, and what is carried over as printed. */
export function OutcomesPart() {
  const t = useT();
  const { draft, set } = useForm();
  const outcomes = draft.outcomes ?? [];
  return (
    <div className="grid grid-cols-1 gap-8" id="field-outcomes" tabIndex={-1}>
      <Wrong place="outcomes" />
      {placesOf("outcomes", outcomes).map((place, i) => (
        <OneOutcome
          key={place}
          outcome={outcomes[i]!}
          index={i}
          onCopy={() => set(`outcomes[${outcomes.length}]`, withoutFigures(outcomes[i]!))}
        />
      ))}
      <section className="section-rule grid gap-3" aria-labelledby="outcome-add">
        <h3 id="outcome-add">{t("extraction.outcome.add")}</h3>
        <ul className="grid gap-3 md:grid-cols-2">
          {TYPES.map((type) => (
            <li key={type} className="grid content-start justify-items-start gap-1">
              <button type="button" className="button button-plain" onClick={() => set(`outcomes[${outcomes.length}]`, { type })}>
                {t(`extraction.type.${type}` as MessageKey)}
              </button>
              <p className="note">{t(`extraction.type.${type}Means` as MessageKey)}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

interface OneOutcomeProps {
  readonly outcome: OutcomeDraft;
  readonly index: number;
  readonly onCopy: () => void;
}

function OneOutcome({ outcome, index, onCopy }: OneOutcomeProps) {
  const t = useT();
  const { check, set } = useForm();
  const place = `outcomes[${index}]`;
  const open = (check?.problems ?? []).filter((problem) => problem.place.startsWith(place)).length;
  const title = [
    outcome.name,
    outcome.arm ?? outcome.group,
    outcome.months === undefined ? outcome.timepoint : t("extraction.months", { months: String(outcome.months) }),
  ]
    .flatMap((part) => part?.trim() || [])
    .join(", ");
  const [isNew] = useState(title === ""); // later it opens and closes as the reader likes
  return (
    <details className="outcome" open={isNew}>
      <summary>
        <span className="font-semibold">{title || t("extraction.outcome.unnamed", { number: index + 1 })}</span>{" "}
        <span className="note">
          {t(`extraction.type.${outcome.type}` as MessageKey)} · {t("extraction.open", { open })}
        </span>
      </summary>
      <div className="grid grid-cols-1 gap-5 pt-4">
        <OutcomeFields place={place} outcome={outcome} />
        <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <button type="button" className="button-link" onClick={onCopy}>
            {t("extraction.outcome.copy")}
          </button>
          <button type="button" className="button-link" onClick={() => set(place, undefined)}>
            {t("extraction.outcome.remove")}
          </button>
        </p>
      </div>
    </details>
  );
}

/** The same outcome for another arm or time: everything but the numbers, which are those of one arm at one time. */
function withoutFigures(outcome: OutcomeDraft): object {
  const { id: _, arm: __, ...rest } = outcome as Record<string, unknown>;
  const blank = (report: unknown): unknown => (report ? { as: (report as { as?: string }).as } : undefined);
  const reports = ["report", "baseline", "followUp", "change"].flatMap((name) => (name in rest ? [[name, blank(rest[name])]] : []));
  const { value: _value, lower: _lower, upper: _upper, n: _n, p: _p, ...kept } = rest;
  return { ...kept, ...Object.fromEntries(reports) };
}
