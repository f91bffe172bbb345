import type { StudyPage } from "@calcar/contract";
import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import type { Study } from "./shapes.ts";

type Risk = StudyPage["riskOfBias"];
type Assessment = NonNullable<Risk>["assessments"][number];

/** Risk of bias of a study, outcome by outcome and domain by domain with the reason, and that nobody has signed it. */
export function StudyRisk({ risk, design }: { readonly risk: Risk; readonly design: Study["designClass"] }) {
  const t = useT();
  return (
    <section className="section-rule grid grid-cols-1 gap-4">
      <h2>{t("evidence.risk.title")}</h2>
      {risk === null ? (
        <p className="measure">{t(design === "review" ? "evidence.risk.review" : "evidence.risk.none")}</p>
      ) : (
        <>
          <p className="note">
            {risk.signedBy === undefined ? t("evidence.risk.unsigned") : t("evidence.risk.signed", { name: risk.signedBy })}
          </p>
          {risk.assessments.map((assessment) => (
            <AssessmentTable key={String(assessment.of)} assessment={assessment} />
          ))}
        </>
      )}
    </section>
  );
}

function AssessmentTable({ assessment: { tool, of, domains, overall } }: { readonly assessment: Assessment }) {
  const t = useT();
  const words = (code: string): string => code.replaceAll("-", " ");
  const outcomes = of === "all" ? t("evidence.risk.all") : of.map(words).join(", ");
  return (
    <div className="grid grid-cols-1 gap-2">
      <p className="measure">
        <strong>{t("evidence.risk.of", { tool, of: outcomes, overall: words(overall.judgement) })}</strong> {overall.reason}
      </p>
      <TableFrame caption={outcomes} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.risk.domain")}</th>
            <th scope="col">{t("evidence.risk.judgement")}</th>
            <th scope="col">{t("evidence.risk.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {domains.map(({ domain, judgement, reason }) => (
            <tr key={domain}>
              <th scope="row" className="whitespace-nowrap">
                {words(domain)}
              </th>
              <td className="whitespace-nowrap">{words(judgement)}</td>
              <td className="min-w-60">{reason}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </div>
  );
}
