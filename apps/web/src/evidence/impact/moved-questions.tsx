import type { ImpactPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { TableFrame } from "../../design/table-frame.tsx";
import { useT } from "../../messages/messages.tsx";
import { EstimateText } from "./estimate-text.tsx";

type Moved = ImpactPage["questions"][number];

/** Each question that holds the study, with its answer as it is first shown and the same without the study. */
export function MovedQuestions({ study, questions }: Pick<ImpactPage, "study" | "questions">) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3">
      <h2>{t("evidence.impact.questions", { count: questions.length })}</h2>
      {questions.length === 0 ? (
        <p className="measure">{t("evidence.impact.noQuestion")}</p>
      ) : (
        <TableFrame caption={t("evidence.impact.questions", { count: questions.length })} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t("evidence.fresh.question")}</th>
              <th scope="col">{t("evidence.impact.with")}</th>
              <th scope="col">{t("evidence.impact.without")}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <Row key={question.id} study={study} question={question} />
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  );
}

function Row({ study, question }: { readonly study: string; readonly question: Moved }) {
  const t = useT();
  const { id, kind, asks, with: whole, without, refused } = question;
  return (
    <tr>
      <th scope="row" className="min-w-60">
        <Link to="/evidence/questions/$id" params={{ id }} search={kind === "nothing-direct" ? {} : { without: [study] }}>
          {asks}
        </Link>{" "}
        <span className="note font-normal">{id}</span>
      </th>
      <td className="min-w-52">{whole === null ? t("evidence.impact.noAnswer") : <EstimateText estimate={whole} />}</td>
      <td className="min-w-52">
        {without === null ? (
          <>
            <span className="block">{t("evidence.impact.noAnswer")}</span>
            <span className="note">
              {refused === "incomplete/no-studies" ? t("evidence.impact.noStudies") : t("evidence.impact.refused", { code: refused ?? "" })}
            </span>
          </>
        ) : (
          <EstimateText estimate={without} />
        )}
      </td>
    </tr>
  );
}
