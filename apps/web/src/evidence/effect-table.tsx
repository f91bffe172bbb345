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
  readonly picker?: StudyPicker; // where the reader may leave studies out
}

export interface StudyPicker {
  readonly all: readonly Row[]; // the studies in the pool and those left out
  readonly toggle: (id: string) => void;
}

/** The studies of a pool: counts of both arms, estimate, interval, weight, and how far each has been checked. */
export function EffectTable({ answer, caption, picker }: EffectTableProps) {
  const t = useT();
  const { measure, counted, comparison, studies } = answer;
  const arms = measure === "MD" || measure === "SMD" ? "evidence.table.means" : "evidence.table.events";
  return (
    <TableFrame caption={caption} hideCaption={picker !== undefined}>
      <thead>
        <tr>
          <th scope="col">{t("evidence.table.study")}</th>
          <th scope="col">{t(arms, { arm: comparison.intervention, counted })}</th>
          <th scope="col">{t(arms, { arm: comparison.comparator, counted })}</th>
          <th scope="col">{t("evidence.table.effect", { measure })}</th>
          <th scope="col">{t("evidence.table.weight")}</th>
          <th scope="col">{t("evidence.table.checked")}</th>
          {picker === undefined ? null : (
            <th scope="col" className="no-print">
              {t("evidence.table.inPool")}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {(picker?.all ?? studies).map((study) => (
          <StudyRow key={study.id} answer={answer} study={study} picker={picker} />
        ))}
      </tbody>
      <tfoot>
        <PooledRow answer={answer} />
      </tfoot>
    </TableFrame>
  );
}

interface StudyRowProps {
  readonly answer: Pooled;
  readonly study: Row;
  readonly picker: StudyPicker | undefined;
}

function StudyRow({ answer: { measure, studies }, study, picker }: StudyRowProps) {
  const t = useT();
  const { estimate, percent } = useNumbers();
  const pooled = studies.find(({ id }) => id === study.id);
  return (
    <tr className={pooled ? undefined : "text-muted"}>
      <th scope="row" className="min-w-56">
        <StudyName study={study} />
      </th>
      <td className="number">
        <ArmNumbers arm={study.intervention} />
      </td>
      <td className="number">
        <ArmNumbers arm={study.comparator} />
      </td>
      <td className="number">{estimate(measure, study.estimate, study.ci)}</td>
      <td className="number">{pooled ? percent(pooled.weight, 1) : t("evidence.table.leftOut")}</td>
      <td>
        <GradeBadge verified={study.verified} />
      </td>
      {picker === undefined ? null : (
        <td className="no-print">
          <PickButton study={study} inPool={pooled !== undefined} last={pooled !== undefined && studies.length === 1} picker={picker} />
        </td>
      )}
    </tr>
  );
}

interface PickButtonProps {
  readonly study: Row;
  readonly inPool: boolean;
  readonly last: boolean;
  readonly picker: StudyPicker;
}

function PickButton({ study: { id, label }, inPool, last, picker }: PickButtonProps) {
  const t = useT();
  if (last) return <span className="note">{t("evidence.table.lastStays")}</span>;
  return (
    <button
      type="button"
      className="button button-plain button-small whitespace-nowrap"
      aria-label={t(inPool ? "evidence.table.leaveStudy" : "evidence.table.takeBackStudy", { study: label })}
      onClick={() => picker.toggle(id)}
    >
      {t(inPool ? "evidence.table.leave" : "evidence.table.takeBack")}
    </button>
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

function ArmNumbers({ arm }: { readonly arm: Row["intervention"] }) {
  const t = useT();
  const { fixed } = useNumbers();
  if ("events" in arm) return t("evidence.table.counts", { events: arm.events, total: arm.total });
  return t("evidence.table.mean", { mean: fixed(arm.mean, 1), sd: fixed(arm.sd, 1), n: arm.n });
}

function PooledRow({ answer: { k, n, counted, measure, estimate: pooled, ci } }: { readonly answer: Pooled }) {
  const t = useT();
  const { estimate } = useNumbers();
  if (k < 2) return null;
  return (
    <tr className="border-t border-edge">
      <th scope="row" colSpan={3}>
        {t("evidence.table.pooledOf", { k, n, counted })}
      </th>
      <td className="number font-semibold">{estimate(measure, pooled, ci)}</td>
    </tr>
  );
}
