import { isEstablished } from "@calcar/vocabulary";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { questionsQuery, studyQuery } from "../api/queries.ts";
import { Callout } from "../design/callout.tsx";
import { GradeBadge } from "../design/grade-badge.tsx";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";
import type { Study } from "./shapes.ts";
import { StudyAbout } from "./study-about.tsx";
import { StudyArms } from "./study-arms.tsx";
import { StudyGrounds } from "./study-grounds.tsx";
import { StudyNear, StudyNotFound } from "./study-near.tsx";
import { StudyOutcomes } from "./study-outcomes.tsx";
import { StudyRisk } from "./study-risk.tsx";
import { useCounted } from "./use-counted.ts";

export function StudyPageView() {
  const t = useT();
  const counted = useCounted();
  const { id } = useParams({ from: "/signed-in/reading/evidence/studies/$id" });
  const { study, sources, questions, near, notFound, sameTrial, riskOfBias, knowledge } = useSuspenseQuery(studyQuery(id)).data;
  const { designClass, disease, followUpMonths: months } = study;
  const design = t(`evidence.design.${designClass}`);
  const lead = t("evidence.study.lead", {
    design: design.charAt(0).toUpperCase() + design.slice(1),
    disease: t(`evidence.disease.${disease}`),
    counted: counted(study),
    followUp: months === undefined ? t("evidence.study.followUpNotStated") : t("evidence.study.followUp", { months }),
  });
  return (
    <Page area="evidence" title={study.title} lead={lead} kicker={<EvidenceNav>{<StudyKicker study={study} />}</EvidenceNav>}>
      <div className="grid grid-cols-1 gap-12">
        <div className="grid gap-6">
          <NotEstablished study={study} />
          <Use study={study} questions={questions} />
          <Moves study={study} />
        </div>
        <StudyAbout study={study} sources={sources} sameTrial={sameTrial} />
        <StudyArms arms={study.arms} />
        <StudyOutcomes outcomes={study.outcomes} sources={sources} />
        <StudyRisk risk={riskOfBias} design={designClass} />
        <StudyNear near={near} />
        <StudyNotFound notFound={notFound} />
        <StudyGrounds study={study} sources={sources} />
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}

function StudyKicker({ study: { id, year, verified } }: { readonly study: Study }) {
  const t = useT();
  return (
    <p className="flex flex-wrap gap-x-4">
      <span>
        {t("evidence.study.kicker")} · {year ?? t("evidence.yearNotStated")} · {id}
      </span>
      <GradeBadge verified={verified} />
    </p>
  );
}

function NotEstablished({ study: { verified } }: { readonly study: Study }) {
  const t = useT();
  if (isEstablished(verified)) return null;
  return (
    <Callout tone="stop" title={t("evidence.study.notEstablished")}>
      <p>{t("evidence.study.notEstablishedMeans", { means: t(`grade.${verified}.means`) })}</p>
    </Callout>
  );
}

function Moves({ study: { id } }: { readonly study: Study }) {
  const t = useT();
  return (
    <p>
      <Link to="/evidence/studies/$id/impact" params={{ id }}>
        {t("evidence.impact.of")}
      </Link>
    </p>
  );
}

function Use({ study: { pooling, poolingNote }, questions }: { readonly study: Study; readonly questions: readonly string[] }) {
  const t = useT();
  const asked = useSuspenseQuery(questionsQuery).data.questions;
  return (
    <Callout tone={pooling === "admitted" ? "accent" : "plain"} title={t(`evidence.study.use.${pooling}`)}>
      {poolingNote === undefined ? null : <p>{poolingNote}</p>}
      {questions.length === 0 ? (
        <p>{t("evidence.study.usedInNone")}</p>
      ) : (
        <>
          <p>{t("evidence.study.usedIn")}</p>
          <ul className="list-disc ps-5">
            {questions.map((id) => (
              <li key={id}>
                <Link to="/evidence/questions/$id" params={{ id }}>
                  {asked.find((question) => question.id === id)?.asks ?? id}
                </Link>{" "}
                <span className="note">{id}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Callout>
  );
}
