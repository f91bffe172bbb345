import type { Recommendation } from "@calcar/contract";
import { useLocalised, useT } from "../messages/messages.tsx";
import { type Fact, useFactText } from "../registry/facts/fact-text.ts";
import type { Stated } from "../registry/saving/edits.ts";
import { AnswerName } from "./answer-name.tsx";
import { Grounds } from "./grounds.tsx";

type Reason = Recommendation["reasons"][number];

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  readonly answer: string; // of the recommendation; a reason for another answer says so
  readonly known: ReadonlyMap<string, Fact>;
  readonly facts: Stated["facts"];
}

/** Criteria with what they say, the facts that decided them, and their ground. */
export function ReasonList({ reasons, answer, known, facts }: ReasonListProps) {
  const t = useT();
  return (
    <ul className="ledger">
      {reasons.map(({ criterion, says, because, grounds, projectDefault, leadsTo }) => (
        <li key={criterion} className="grid gap-1.5">
          <p className="measure">
            {says}
            {leadsTo === answer || leadsTo === "warning" ? null : (
              <span className="note">
                {" "}
                {t("reason.forAnswer")} <AnswerName answer={leadsTo} />
              </span>
            )}
          </p>
          <Because because={because} known={known} facts={facts} />
          <Grounds grounds={grounds} ours={projectDefault} />
        </li>
      ))}
    </ul>
  );
}

function Because({ because, known, facts }: Pick<Reason, "because"> & Pick<ReasonListProps, "known" | "facts">) {
  const words = useFactText();
  const localised = useLocalised();
  const stated = because.map((id) => {
    const fact = known.get(id);
    return { id, label: fact === undefined ? id : localised(fact.label), value: words(fact, facts[id]) };
  });
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-0.5 text-sm">
      {stated.map(({ id, label, value }) => (
        <div key={id} className="flex flex-wrap gap-x-1.5">
          <dt className="text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
