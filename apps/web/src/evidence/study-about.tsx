import { Link } from "@tanstack/react-router";
import { useDates, useT } from "../messages/messages.tsx";
import { GroundNote } from "./ground-note.tsx";
import { Stated } from "./not-stated.tsx";
import type { Sources, Study } from "./shapes.ts";
import { type Term, TermList } from "./term-list.tsx";
import { useCounted } from "./use-counted.ts";

interface StudyAboutProps {
  readonly study: Study;
  readonly sources: Sources;
  readonly sameTrial: readonly string[];
}

/** What a study is, whom it treated and how it was read. What the text does not say is said to be missing. */
export function StudyAbout({ study, sources, sameTrial }: StudyAboutProps) {
  const t = useT();
  const { day } = useDates();
  const counted = useCounted();
  const { design, doubleBlind, condition, stage, phase, followUpMonths, funding, trialFamily, provenance, riskOfBiasNotes } = study;
  const optional = (term: string, says: string | undefined): Term[] => (says === undefined ? [] : [{ term, says }]);
  const terms: Term[] = [
    { term: t("evidence.study.design"), says: doubleBlind ? t("evidence.study.doubleBlind", { design }) : design },
    { term: t("evidence.study.condition"), says: condition },
    { term: t("evidence.study.stage"), says: <Stated>{stage}</Stated> },
    ...optional(t("evidence.study.phase"), phase && t(`evidence.phase.${phase}`)),
    { term: t("evidence.study.counted"), says: counted(study) },
    {
      term: t("evidence.study.followUpTerm"),
      says: <Stated>{followUpMonths === undefined ? undefined : t("evidence.outcomes.months", { months: followUpMonths })}</Stated>,
    },
    ...(study.participants === undefined
      ? []
      : [{ term: t("evidence.study.participants"), says: <Participants said={study.participants} sources={sources} /> }]),
    { term: t("evidence.study.funding"), says: <Stated>{funding}</Stated> },
    ...optional(t("evidence.study.bias"), riskOfBiasNotes),
    ...optional(t("evidence.study.family"), trialFamily === study.id ? undefined : t("evidence.study.familySays", { family: trialFamily })),
    ...(sameTrial.length === 0 ? [] : [{ term: t("evidence.study.sameTrial"), says: <Reports ids={sameTrial} /> }]),
    ...optional(t("evidence.study.provenance"), provenance),
    { term: t("evidence.study.checked"), says: day(study.stillValidOn) },
  ];
  return (
    <section className="section-rule grid grid-cols-1 gap-4">
      <h2>{t("evidence.study.about")}</h2>
      <TermList terms={terms} />
    </section>
  );
}

function Reports({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <Link to="/evidence/studies/$id" params={{ id }}>
            {id}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Participants({ said, sources }: { readonly said: NonNullable<Study["participants"]>; readonly sources: Sources }) {
  return (
    <ul className="grid gap-2">
      {said.map(({ says, ground }) => (
        <li key={says}>
          {says}
          <GroundNote ground={ground} sources={sources} />
        </li>
      ))}
    </ul>
  );
}
