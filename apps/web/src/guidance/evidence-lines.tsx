import type { QuestionAnswer, Recommendation } from "@calcar/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailureCallout } from "../api/failure.tsx";
import { questionQuery } from "../api/queries.ts";
import { StaleMark } from "../evidence/freshness/searched-on.tsx";
import { QuestionFigure } from "../evidence/question-figure.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { useEvidenceWords } from "./evidence-words.ts";

type Line = Recommendation["evidence"][number];

interface EvidenceLinesProps {
  readonly lines: readonly Line[];
  readonly sameKnowledge: boolean; // figures are drawn from today's knowledge, whatever was known then
}

/** The evidence of each question: the line as it was given, and its figure. */
export function EvidenceLines({ lines, sameKnowledge }: EvidenceLinesProps) {
  const t = useT();
  return (
    <div className="grid gap-12">
      {sameKnowledge ? null : <p className="note">{t("evidenceLine.figuresToday")}</p>}
      {lines.map((line) => (
        <EvidenceOf key={line.question} line={line} />
      ))}
    </div>
  );
}

/** A line that was given long ago stays as it was given; what has become of its search since is said beside it. */
function FreshOrNot({ line, today }: { readonly line: Line; readonly today: Pick<QuestionAnswer, "lastSearched" | "freshUntil"> }) {
  const t = useT();
  const { day } = useDates();
  if (line.lastSearched === today.lastSearched) return <StaleMark freshUntil={today.freshUntil} />;
  return t("evidenceLine.searchedSince", { date: day(today.lastSearched) });
}

function EvidenceOf({ line }: { readonly line: Line }) {
  const t = useT();
  const { day } = useDates();
  const words = useEvidenceWords();
  const asked = useQuery(questionQuery(line.question));
  return (
    <article className="grid gap-3">
      <h3>
        <Link to="/evidence/questions/$id" params={{ id: line.question }} className="text-ink">
          {line.asks}
        </Link>
      </h3>
      {asked.data === undefined ? null : (
        <p className="note measure">{t("evidenceLine.population", { population: asked.data.population })}</p>
      )}
      <p className="measure">{words.line(line)}</p>
      <p className="note">
        {words.certainty(line.certainty)} {t("evidenceLine.lastSearched", { date: day(line.lastSearched) })}{" "}
        {asked.data === undefined ? null : <FreshOrNot line={line} today={asked.data} />}
      </p>
      {asked.error === null ? null : <FailureCallout failure={asked.error} />}
      {asked.data?.kind === "effect" || asked.data?.kind === "change" ? <QuestionFigure answer={asked.data} level={3} /> : null}
    </article>
  );
}
