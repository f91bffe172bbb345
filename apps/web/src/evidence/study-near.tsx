import type { StudyPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { TableFrame } from "../design/table-frame.tsx";
import { useDates, useT } from "../messages/messages.tsx";

/** The questions that a study came near, with every reason for which it is not in them. */
export function StudyNear({ near }: Pick<StudyPage, "near">) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3">
      <h2>{t("evidence.near.title")}</h2>
      {near.length === 0 ? (
        <p className="measure">{t("evidence.near.none")}</p>
      ) : (
        <TableFrame caption={t("evidence.near.title")} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t("evidence.fresh.question")}</th>
              <th scope="col">{t("evidence.question.refusedWhy")}</th>
            </tr>
          </thead>
          <tbody>
            {near.map(({ id, asks, reasons }) => (
              <tr key={id}>
                <th scope="row" className="min-w-56">
                  <Link to="/evidence/questions/$id" params={{ id }}>
                    {asks}
                  </Link>{" "}
                  <span className="note font-normal">{id}</span>
                </th>
                <td className="min-w-60">{reasons.map(({ says }) => says).join("; ")}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  );
}

/** What was looked for about a study and not found, and when. */
export function StudyNotFound({ notFound }: Pick<StudyPage, "notFound">) {
  const t = useT();
  const { day } = useDates();
  if (notFound.length === 0) return null;
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.searches.inVain")}</h2>
      <ul className="measure list-disc ps-5">
        {notFound.map(({ what, on, search, searched, note }) => (
          <li key={`${search} ${what}`}>
            {what} <span className="note">{t(searched ? "evidence.near.searchedOn" : "evidence.near.notSearched", { date: day(on) })}</span>
            {note === undefined ? null : <span className="note block">{note}</span>}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/evidence/searches">{t("evidence.near.allSearches")}</Link>
      </p>
    </section>
  );
}
