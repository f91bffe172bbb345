import type { AnswerNow } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { answerQuery, factsQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useDates, useLocalised, useT } from "../messages/messages.tsx";
import { type Fact, factsById, useFactText } from "../registry/facts/fact-text.ts";
import { useHipName } from "../registry/hip-name.tsx";
import { Margin, NextSteps } from "./answer-margin.tsx";
import { AnswerName, TONE_OF_ANSWER } from "./answer-name.tsx";
import { EvidenceLines } from "./evidence-lines.tsx";
import { Positions } from "./positions.tsx";
import { ReasonList } from "./reason-list.tsx";
import { ThenAndNow } from "./then-and-now.tsx";
import { MissingFacts, WouldChange } from "./would-change.tsx";

export function AnswerPage() {
  const t = useT();
  const hipName = useHipName();
  const { day } = useDates();
  const { id } = useParams({ from: "/signed-in/reading/answers/$id" });
  const answer = useSuspenseQuery(answerQuery(id)).data;
  const known = factsById(useSuspenseQuery(factsQuery).data);
  const { stored } = answer;
  const { recommendation } = stored;
  return (
    <Page
      area="answer"
      title={recommendation.sentence}
      tabTitle={t("answer.tab", { hip: hipName(stored.hip) })}
      kicker={
        <span className="flex flex-wrap items-baseline gap-x-4">
          <span className={`badge badge-boxed tone-${TONE_OF_ANSWER[recommendation.answer]}`}>
            <AnswerName answer={recommendation.answer} />
          </span>
          <span>{t("answer.of", { hip: hipName(stored.hip), date: day(stored.asOf) })}</span>
        </span>
      }
      lead={recommendation.meaning}
    >
      <ThenAndNow {...answer} />
      <div className="page-grid grid gap-12 lg:grid-cols-[minmax(0,1fr)_17rem] lg:grid-rows-[auto_1fr] lg:gap-x-16">
        <NextSteps steps={recommendation.nextSteps} />
        <div className="grid content-start gap-12 lg:col-start-1 lg:row-span-2 lg:row-start-1 [&>*]:min-w-0">
          <Findings answer={answer} known={known} />
        </div>
        <Margin answer={answer} />
      </div>
    </Page>
  );
}

interface AnswerParts {
  readonly answer: AnswerNow;
  readonly known: ReadonlyMap<string, Fact>;
}

function Findings({ answer: { stored, today }, known }: AnswerParts) {
  const t = useT();
  const { recommendation: given, facts } = stored;
  const shared = { answer: given.answer, known, facts };
  return (
    <>
      <Part title={t("answer.reasons")}>
        <ReasonList reasons={given.reasons} {...shared} />
      </Part>
      {given.warnings.length === 0 ? null : (
        <Part title={t("answer.warnings")} tone="tone-caution">
          <ReasonList reasons={given.warnings} {...shared} />
        </Part>
      )}
      <Part title={t("answer.missing")}>
        {given.missing.length === 0 ? <p>{t("answer.nothingMissing")}</p> : <MissingFacts missing={given.missing} known={known} />}
      </Part>
      <Part title={t("answer.wouldChange")} intro={t("answer.wouldChangeIntro")}>
        {given.wouldChange.length === 0 ? (
          <p>{t("answer.nothingWouldChange")}</p>
        ) : (
          <WouldChange changes={given.wouldChange} known={known} />
        )}
      </Part>
      {given.positions.length === 0 ? null : (
        <Part title={t("answer.positions")} intro={t("answer.positionsIntro")}>
          <Positions positions={given.positions} />
        </Part>
      )}
      {given.evidence.length === 0 ? null : (
        <Part title={t("answer.evidence")}>
          <EvidenceLines lines={given.evidence} sameKnowledge={today.sameKnowledge} />
        </Part>
      )}
      <details className="section-rule">
        <summary className="font-serif text-xl font-semibold">{t("answer.notMet", { count: given.notMet.length })}</summary>
        <ReasonList reasons={given.notMet} {...shared} />
      </details>
      <details className="section-rule">
        <summary className="font-serif text-xl font-semibold">{t("answer.facts", { count: Object.keys(facts).length })}</summary>
        <StatedFacts facts={facts} known={known} />
      </details>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly intro?: string;
  readonly tone?: string;
  readonly children: ReactNode;
}

function Part({ title, intro, tone = "", children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`section-rule may-break grid gap-3 ${tone}`}>
      <h2 id={id} className={tone === "" ? "" : "text-(--tone)"}>
        {title}
      </h2>
      {intro === undefined ? null : <p className="note measure">{intro}</p>}
      {children}
    </section>
  );
}

function StatedFacts({ facts, known }: { readonly facts: AnswerNow["stored"]["facts"] } & Pick<AnswerParts, "known">) {
  const words = useFactText();
  const localised = useLocalised();
  return (
    <dl className="mt-3 grid gap-x-10 text-sm sm:grid-cols-2">
      {Object.entries(facts).map(([id, value]) => {
        const fact = known.get(id);
        return (
          <div key={id} className="flex justify-between gap-4 border-t border-rule py-1.5">
            <dt className="text-muted">{fact === undefined ? id : localised(fact.label)}</dt>
            <dd className="text-end">{words(fact, value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
