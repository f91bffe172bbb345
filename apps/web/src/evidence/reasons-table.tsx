import type { QuestionAnswer } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";

interface ReasonsTableProps {
  readonly studies: QuestionAnswer["refused"];
  readonly caption: string;
  readonly why: "evidence.table.differs" | "evidence.question.refusedWhy";
}

/** Studies that are not in an answer, each with every way in which it lies outside. */
export function ReasonsTable({ studies, caption, why }: ReasonsTableProps) {
  const t = useT();
  return (
    <TableFrame caption={caption} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t("evidence.table.study")}</th>
          <th scope="col">{t(why)}</th>
        </tr>
      </thead>
      <tbody>
        {studies.map(({ id, label, reasons }) => (
          <tr key={id}>
            <th scope="row" className="min-w-40">
              <Link to="/evidence/studies/$id" params={{ id }}>
                {label}
              </Link>
            </th>
            <td className="min-w-60">{reasons.map(({ says }) => says).join("; ")}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
