import type { ReactNode } from "react";
import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import { GroundNote } from "./ground-note.tsx";
import { NotStated } from "./not-stated.tsx";
import { OutcomeValue } from "./outcome-value.tsx";
import type { Outcome, Sources, Study } from "./shapes.ts";
import { useScaleWords } from "./use-scale-words.ts";

const KINDS = ["events", "change", "value", "reported"] as const satisfies readonly Outcome["type"][];
const VALUE_COLUMN = {
  events: "evidence.outcomes.count",
  change: "evidence.outcomes.values",
  value: "evidence.outcomes.values",
  reported: "evidence.outcomes.says",
} as const;

interface StudyOutcomesProps {
  readonly outcomes: Study["outcomes"];
  readonly sources: Sources;
}

/** Every number of a study, kind by kind, each with whom it counts, when, where it stands and how far it was checked. */
export function StudyOutcomes({ outcomes, sources }: StudyOutcomesProps) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-6">
      <h2>{t("evidence.outcomes.title")}</h2>
      {outcomes.length === 0 ? <p>{t("evidence.outcomes.none")}</p> : null}
      {KINDS.map((kind) => (
        <OutcomesOf key={kind} kind={kind} outcomes={outcomes.filter(({ type }) => type === kind)} sources={sources} />
      ))}
    </section>
  );
}

function OutcomesOf({ kind, outcomes, sources }: StudyOutcomesProps & { readonly kind: Outcome["type"] }) {
  const t = useT();
  if (outcomes.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3>{t(`evidence.outcomes.${kind}`)}</h3>
      {kind === "change" ? <p className="note">{t("evidence.outcomes.changeMeans")}</p> : null}
      <TableFrame caption={t(`evidence.outcomes.${kind}`)} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.outcomes.outcome")}</th>
            <th scope="col">{t("evidence.outcomes.whom")}</th>
            <th scope="col">{t("evidence.outcomes.when")}</th>
            <th scope="col">{t(VALUE_COLUMN[kind])}</th>
            <th scope="col">{t("evidence.outcomes.stands")}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <OutcomeRow key={outcome.id} outcome={outcome} sources={sources} />
          ))}
        </tbody>
      </TableFrame>
    </div>
  );
}

function OutcomeRow({ outcome, sources }: { readonly outcome: Outcome; readonly sources: Sources }) {
  const t = useT();
  const { id, name, instrument, arm, group, ground, url, p, derivation, note } = outcome;
  const whom = arm ?? group;
  return (
    <tr id={id}>
      <th scope="row" className="min-w-44">
        {name}
        {instrument === undefined || instrument === name ? null : <Small>{instrument}</Small>}
        <ScaleOf outcome={outcome} />
        {outcome.type === "events" && outcome.isBenefit ? <Small>{t("evidence.outcomes.benefit")}</Small> : null}
      </th>
      <td className="min-w-28">{whom ?? <NotStated />}</td>
      <td className="min-w-28">
        <When outcome={outcome} />
      </td>
      <td className="min-w-64">
        <OutcomeValue outcome={outcome} />
        {p === undefined ? null : <Small>{t("evidence.outcomes.pPrinted", { p })}</Small>}
      </td>
      <td className="min-w-52">
        <GroundNote ground={ground} sources={sources}>
          {derivation === undefined ? null : <Small>{t("evidence.outcomes.derivation", { derivation })}</Small>}
          {note === undefined ? null : <Small>{note}</Small>}
          {url === undefined ? null : (
            <a className="note" href={url} rel="noreferrer">
              {t("evidence.sources.open")}
            </a>
          )}
        </GroundNote>
      </td>
    </tr>
  );
}

function Small({ children }: { readonly children: ReactNode }) {
  return <span className="note block font-normal">{children}</span>;
}

function ScaleOf({ outcome: { scale } }: { readonly outcome: Outcome }) {
  const words = useScaleWords();
  return scale === undefined ? null : <Small>{words(scale)}</Small>;
}

function When({ outcome }: { readonly outcome: Outcome }) {
  const t = useT();
  const { months, timepoint } = outcome;
  if (outcome.type === "value" && outcome.isBaseline) return t("evidence.outcomes.baseline");
  if (months === undefined) return timepoint ?? <NotStated />;
  return (
    <>
      {t("evidence.outcomes.months", { months })}
      {timepoint === undefined ? null : <Small>{timepoint}</Small>}
    </>
  );
}
