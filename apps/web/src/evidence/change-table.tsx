import { Link } from "@tanstack/react-router";
import { GradeBadge } from "../design/grade-badge.tsx";
import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import { NotStated } from "./not-stated.tsx";
import type { ChangeSeries } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

type Row = ChangeSeries["series"][number];

interface ChangeTableProps {
  readonly answer: ChangeSeries;
  readonly caption: string;
}

/** The series of a change question, one by one. There is no last row: nothing is added up. */
export function ChangeTable({ answer, caption }: ChangeTableProps) {
  const t = useT();
  return (
    <TableFrame caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("evidence.table.study")}</th>
          <th scope="col">{t("evidence.table.instrument")}</th>
          <th scope="col">{t("evidence.table.n")}</th>
          <th scope="col">{t("evidence.table.before")}</th>
          <th scope="col">{t("evidence.table.after")}</th>
          <th scope="col">{t("evidence.table.change")}</th>
          <th scope="col">{t("evidence.table.time")}</th>
          <th scope="col">{t("evidence.table.checked")}</th>
        </tr>
      </thead>
      <tbody>
        {answer.series.map((row) => (
          <SeriesRow key={`${row.id} ${row.outcome}`} row={row} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function SeriesRow({ row }: { readonly row: Row }) {
  const t = useT();
  const { id, label, design, product, note, instrument, scale, n, before, after, timepoint, verified } = row;
  return (
    <tr>
      <th scope="row" className="min-w-56">
        <Link to="/evidence/studies/$id" params={{ id }}>
          {label}
        </Link>
        <span className="note block font-normal">
          {product}; {design}
        </span>
        {note === undefined ? null : <span className="note block font-normal">{note}</span>}
      </th>
      <td className="min-w-36">
        {instrument}
        <span className="note block">{scale}</span>
      </td>
      <td className="number">{n === null ? t("evidence.table.nNotStated") : t("evidence.table.nStated", { n })}</td>
      <td className="number">
        <Level row={row} value={before} />
      </td>
      <td className="number">
        <Level row={row} value={after} />
      </td>
      <td className="min-w-28">
        <ChangeOf row={row} />
      </td>
      <td className="min-w-32">{timepoint}</td>
      <td>
        <GradeBadge verified={verified} />
      </td>
    </tr>
  );
}

function Level({ row, value }: { readonly row: Row; readonly value: number | null }) {
  const t = useT();
  const { plain } = useNumbers();
  return value === null ? <NotStated /> : t(`evidence.table.${row.statistic}`, { value: plain(value) });
}

function ChangeOf({ row: { change, changeDerived, statistic } }: { readonly row: Row }) {
  const t = useT();
  const { plain } = useNumbers();
  if (change === null) return statistic === "median" ? <span className="text-muted">{t("evidence.table.noChange")}</span> : <NotStated />;
  return (
    <>
      <span className="number">{plain(change)}</span>
      {changeDerived ? <span className="note block">{t("evidence.table.derived")}</span> : null}
    </>
  );
}
