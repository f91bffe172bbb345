import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import type { Pooled } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

/**
 * The summary of findings: what a pooled effect rests on, what it comes to among 1,000 at each risk it was computed for, and how
 * certain it is. Where means are compared there are no people to count, and the effect stands alone.
 */
export function QuestionFindings({ answer }: { readonly answer: Pooled }) {
  const t = useT();
  const { per1000, comparison, counted, measure } = answer;
  const onRisks = per1000.length > 0;
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.findings.title")}</h2>
      {onRisks ? <p className="measure">{t("evidence.findings.explain", { counted })}</p> : null}
      <TableFrame caption={t("evidence.findings.title")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.findings.outcome")}</th>
            <th scope="col">{t("evidence.findings.rests")}</th>
            <th scope="col">{t("evidence.table.effect", { measure })}</th>
            {onRisks ? (
              <>
                <th scope="col">{t("evidence.findings.with", { arm: comparison.comparator })}</th>
                <th scope="col">{t("evidence.findings.with", { arm: comparison.intervention })}</th>
                <th scope="col">{t("evidence.findings.difference")}</th>
              </>
            ) : null}
            <th scope="col">{t("evidence.findings.certainty")}</th>
          </tr>
        </thead>
        <tbody>
          {onRisks ? per1000.map((row) => <FindingRow key={row.whose} answer={answer} risk={row} />) : <FindingRow answer={answer} />}
        </tbody>
      </TableFrame>
    </section>
  );
}

interface FindingRowProps {
  readonly answer: Pooled;
  readonly risk?: Pooled["per1000"][number];
}

function FindingRow({ answer, risk }: FindingRowProps) {
  const t = useT();
  const { estimate } = useNumbers();
  const { outcome, k, n, counted, measure, ci, certainty } = answer;
  return (
    <tr>
      <th scope="row" className="min-w-48">
        {outcome}
        {risk === undefined ? null : <span className="note block font-normal">{t("evidence.findings.atRisk", { whose: risk.whose })}</span>}
      </th>
      <td className="min-w-28">{t("evidence.findings.restsOn", { k, n, counted })}</td>
      <td className="number">{estimate(measure, answer.estimate, ci)}</td>
      {risk === undefined ? null : <PerThousand risk={risk} />}
      <td className="whitespace-nowrap">
        <a href="#certainty">{t("evidence.findings.level", { level: certainty.level })}</a>
      </td>
    </tr>
  );
}

function PerThousand({ risk }: Required<Pick<FindingRowProps, "risk">>) {
  const t = useT();
  const { fixed } = useNumbers();
  const range = (value: number, [low, high]: readonly [number, number]): string =>
    t("evidence.perThousand.value", { value: fixed(value, 0), low: fixed(low, 0), high: fixed(high, 0) });
  return (
    <>
      <td className="number">{fixed(risk.without, 0)}</td>
      <td className="number">{range(risk.with, risk.withCi)}</td>
      <td className="number">{range(risk.difference, risk.differenceCi)}</td>
    </>
  );
}
