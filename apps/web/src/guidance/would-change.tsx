import type { Recommendation } from "@calcar/contract";
import { useIntl } from "react-intl";
import { useLocalised, useT } from "../messages/messages.tsx";
import { type Fact, useFactText } from "../registry/facts/fact-text.ts";
import { AnswerName } from "./answer-name.tsx";
import { groupChanges } from "./group-changes.ts";

interface KnownFacts {
  readonly known: ReadonlyMap<string, Fact>;
}

/** Single facts that, had they another value, would give another answer. */
export function WouldChange({ changes, known }: { readonly changes: Recommendation["wouldChange"] } & KnownFacts) {
  const t = useT();
  const intl = useIntl();
  const words = useFactText();
  const localised = useLocalised();
  return (
    <dl className="ledger">
      {groupChanges(changes).map(({ answer, facts }) => (
        <div key={answer} className="grid gap-x-8 gap-y-1 md:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="font-medium">
            <AnswerName answer={answer} />
          </dt>
          <dd>
            <ul className="grid gap-1 text-sm">
              {facts.map(({ fact, from, to }) => {
                const meant = known.get(fact);
                const others = intl.formatList(
                  to.map((value) => words(meant, value)),
                  { type: "disjunction" },
                );
                return (
                  <li key={fact}>
                    {t("change.line", { fact: meant === undefined ? fact : localised(meant.label), to: others, from: words(meant, from) })}
                  </li>
                );
              })}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Facts that nobody recorded, and which answers they could still lead to. */
export function MissingFacts({ missing, known }: { readonly missing: Recommendation["missing"] } & KnownFacts) {
  const t = useT();
  const localised = useLocalised();
  return (
    <ul className="ledger">
      {missing.map(({ fact, couldChangeTo }) => {
        const meant = known.get(fact);
        return (
          <li key={fact} className="grid gap-x-8 gap-y-0.5 md:grid-cols-[20rem_minmax(0,1fr)]">
            <span>{meant === undefined ? fact : localised(meant.label)}</span>
            <span className="note">
              {couldChangeTo.length === 0 ? t("missing.noOther") : t("missing.couldLead")}{" "}
              {couldChangeTo.map((answer, index) => (
                <span key={answer}>
                  {index === 0 ? "" : ", "}
                  <AnswerName answer={answer} />
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
