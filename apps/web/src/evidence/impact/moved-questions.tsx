import type { ImpactPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../../messages/messages.tsx";
import { EstimateText } from "./estimate-text.tsx";

type Moved = ImpactPage["questions"][number];

/** Each question that holds the study, with its answer as it is first shown and the same without the study. */
export function MovedQuestions({ study, questions }: Pick<ImpactPage, "study" | "questions">) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-2">
      <h2>{t("evidence.impact.questions", { count: questions.length })}</h2>
      {questions.length === 0 ? (
        <p className="measure">{t("evidence.impact.noQuestion")}</p>
      ) : (
        <ul className="ledger [&>:first-child]:border-t-0">
          {questions.map((question) => (
            <Line key={question.id} study={study} question={question} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ study, question }: { readonly study: string; readonly question: Moved }) {
  const t = useT();
  const { id, asks, with: whole, without } = question;
  return (
    <li className="grid gap-x-8 gap-y-2 text-sm md:grid-cols-[minmax(0,1fr)_15rem_15rem]">
      <p>
        <Link to="/evidence/questions/$id" params={{ id }} search={without === null ? {} : { without: [study] }} className="text-base">
          {asks}
        </Link>{" "}
        <span className="note">{id}</span>
      </p>
      <Side name={t("evidence.impact.with")}>{whole === null ? t("evidence.impact.noAnswer") : <EstimateText estimate={whole} />}</Side>
      <Side name={t("evidence.impact.without")}>
        {without === null ? <NoAnswer refused={question.refused} /> : <EstimateText estimate={without} />}
      </Side>
    </li>
  );
}

function Side({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="note">{name}</p>
      {children}
    </div>
  );
}

function NoAnswer({ refused }: Pick<Moved, "refused">) {
  const t = useT();
  return (
    <>
      <span className="block">{t("evidence.impact.noAnswer")}</span>
      <span className="note">
        {refused === "incomplete/no-studies" ? t("evidence.impact.noStudies") : t("evidence.impact.refused", { code: refused ?? "" })}
      </span>
    </>
  );
}
