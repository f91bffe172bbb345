import { Link } from "@tanstack/react-router";
import { GradeBadge } from "../design/grade-badge.tsx";
import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import type { Pooled } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

type Row = Pooled["studies"][number];

interface EffectTableProps {
  readonly answer: Pooled;
  readonly caption: string;
}

/** The studies of a pool: counts of both arms, estimate, interval, weight, and how far each has been checked. */
export function EffectTable({ answer, caption }: EffectTableProps) {
  const t = useT();
  const { estimate, percent } = useNumbers();
  const { measure, comparison, studies } = answer;
  return (
    <TableFrame caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("evidence.table.study")}</th>
          <th scope="col">{t("evidence.table.events", { arm: comparison.intervention })}</th>
          <th scope="col">{t("evidence.table.events", { arm: comparison.comparator })}</th>
          <th scope="col">{t("evidence.table.effect", { measure })}</th>
          <th scope="col">{t("evidence.table.weight")}</th>
          <th scope="col">{t("evidence.table.checked")}</th>
        </tr>
      </thead>
      <tbody>
        {studies.map((study) => (
          <tr key={study.id}>
            <th scope="row" className="min-w-56">
              <StudyName study={study} />
            </th>
            <td className="number">{t("evidence.table.counts", study.intervention)}</td>
            <td className="number">{t("evidence.table.counts", study.comparator)}</td>
            <td className="number">{estimate(measure, study.estimate, study.ci)}</td>
            <td className="number">{percent(study.weight, 1)}</td>
            <td>
              <GradeBadge verified={study.verified} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <PooledRow answer={answer} />
      </tfoot>
    </TableFrame>
  );
}

function StudyName({ study: { id, label, design, note } }: { readonly study: Row }) {
  return (
    <>
      <Link to="/evidence/studies/$id" params={{ id }}>
        {label}
      </Link>
      <span className="note block font-normal">{design}</span>
      {note === undefined ? null : <span className="note block font-normal">{note}</span>}
    </>
  );
}

function PooledRow({ answer: { k, n, measure, estimate: pooled, ci } }: { readonly answer: Pooled }) {
  const t = useT();
  const { estimate } = useNumbers();
  if (k < 2) return null;
  return (
    <tr>
      <th scope="row" colSpan={3}>
        {t("evidence.table.pooledOf", { k, n })}
      </th>
      <td className="number font-semibold">{estimate(measure, pooled, ci)}</td>
      <td colSpan={2} />
    </tr>
  );
}
