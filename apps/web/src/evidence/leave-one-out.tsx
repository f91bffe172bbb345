import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import type { Pooled } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

/** The pool computed again without each study in turn. */
export function LeaveOneOut({ answer }: { readonly answer: Pooled }) {
  const t = useT();
  const { estimate, p, percent, fixed } = useNumbers();
  const { measure, counted, leaveOneOut, studies } = answer;
  const labels = new Map(studies.map(({ id, label }) => [id, label]));
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.loo.title")}</h2>
      <p className="measure">{t(leaveOneOut.length === 0 ? "evidence.loo.none" : "evidence.loo.explain")}</p>
      {leaveOneOut.length === 0 ? null : (
        <TableFrame caption={t("evidence.loo.title")} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t("evidence.loo.without")}</th>
              <th scope="col">{t("evidence.loo.left")}</th>
              <th scope="col">{t("evidence.table.effect", { measure })}</th>
              <th scope="col">{t("evidence.loo.p")}</th>
              <th scope="col">{t("evidence.spread.i2")}</th>
              <th scope="col">{t("evidence.spread.tau2")}</th>
            </tr>
          </thead>
          <tbody>
            {leaveOneOut.map((left) => (
              <tr key={left.without}>
                <th scope="row">{labels.get(left.without) ?? left.without}</th>
                <td className="number">{t("evidence.findings.restsOn", { k: left.k, n: left.n, counted })}</td>
                <td className="number">{estimate(measure, left.estimate, left.ci)}</td>
                <td className="number">{p(left.p)}</td>
                <td className="number">{percent(left.i2, 0)}</td>
                <td className="number">{fixed(left.tau2, 2)}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  );
}
