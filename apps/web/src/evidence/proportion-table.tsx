import { Link } from "@tanstack/react-router";
import { GradeBadge } from "../design/grade-badge.tsx";
import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import type { ProportionAnswer } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

/** How many of each series had the event, with the interval of that series. */
export function ProportionTable({ answer, caption }: { readonly answer: ProportionAnswer; readonly caption: string }) {
  const t = useT();
  const { percent, range } = useNumbers();
  const share = (value: number) => percent(100 * value, 1);
  return (
    <TableFrame caption={caption} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t("evidence.table.study")}</th>
          <th scope="col">{t("evidence.table.time")}</th>
          <th scope="col">{t("evidence.table.eventsOf")}</th>
          <th scope="col">{t("evidence.table.share")}</th>
          <th scope="col">{t("evidence.table.checked")}</th>
        </tr>
      </thead>
      <tbody>
        {answer.studies.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="min-w-56">
              <Link to="/evidence/studies/$id" params={{ id: row.id }}>
                {row.label}
              </Link>
              <span className="note block font-normal">{`${row.design}, ${row.product}`}</span>
              {row.note === undefined ? null : <span className="note block font-normal">{row.note}</span>}
            </th>
            <td>{row.timepoint}</td>
            <td className="number">{`${t("evidence.table.counts", { events: row.events, total: row.total })} ${row.of}`}</td>
            <td className="number">{`${share(row.estimate)} (${range(share(row.ci[0]), share(row.ci[1]))})`}</td>
            <td>
              <GradeBadge verified={row.verified} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
