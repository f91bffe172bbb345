import type { PublishedPoolsPage } from "@calcar/contract";
import { sourceLabel } from "@calcar/vocabulary";
import { Link } from "@tanstack/react-router";
import { GradeBadge } from "../../design/grade-badge.tsx";
import { TableFrame } from "../../design/table-frame.tsx";
import { useT } from "../../messages/messages.tsx";
import { NotStated } from "../not-stated.tsx";
import type { Sources } from "../shapes.ts";
import { useNumbers } from "../use-numbers.ts";
import { QuestionLinks } from "./question-links.tsx";

export type Pool = PublishedPoolsPage["established"][number];

interface ReviewPoolsProps {
  readonly pools: readonly Pool[]; // of one review
  readonly sources: Sources;
  readonly apart?: boolean; // among those that are not established
}

/** One review: what it compared, then each of its pools as printed, then what limits all of them. */
export function ReviewPools({ pools, sources, apart = false }: ReviewPoolsProps) {
  const t = useT();
  const [first] = pools;
  if (first === undefined) return null;
  const shared = first.notes.filter((note) => pools.every(({ notes }) => notes.includes(note)));
  const turned = pools.find(({ ratioOf }) => ratioOf !== null)?.ratioOf ?? null;
  return (
    <section className="may-break grid grid-cols-1 gap-2">
      <h3>
        <Link to="/evidence/studies/$id" params={{ id: first.review }}>
          {first.label}
        </Link>
      </h3>
      <p className="measure text-sm">
        {t("evidence.reviews.compares", { intervention: first.intervention, comparator: first.comparator ?? t("evidence.notStated") })}
      </p>
      {turned === null ? null : <p className="note measure">{t(`evidence.reviews.ratioMeans.${turned}`)}</p>}
      <TableFrame caption={apart ? t("evidence.reviews.apart", { review: first.label }) : first.label} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.reviews.outcome")}</th>
            <th scope="col">{t("evidence.reviews.printed")}</th>
            <th scope="col">{t("evidence.reviews.rests")}</th>
            <th scope="col">{t("evidence.reviews.bears")}</th>
            <th scope="col">{t("evidence.outcomes.stands")}</th>
          </tr>
        </thead>
        <tbody>
          {pools.map((pool) => (
            <Row key={pool.id} pool={pool} own={pool.notes.filter((note) => !shared.includes(note))} sources={sources} />
          ))}
        </tbody>
      </TableFrame>
      <Notes notes={shared} />
    </section>
  );
}

function Row({ pool, own, sources }: { readonly pool: Pool; readonly own: readonly string[]; readonly sources: Sources }) {
  const t = useT();
  const { outcome, timepoint, k, participants, i2, certaintyAsPrinted, questions, source, verified } = pool;
  const known = sources[source];
  const { plain } = useNumbers();
  return (
    <tr>
      <th scope="row" className="min-w-36">
        {outcome}
        <span className="note block font-normal">{timepoint ?? t("evidence.reviews.noTime")}</span>
      </th>
      <td className="min-w-64">
        <Printed pool={pool} />
        <Notes notes={own} />
      </td>
      <td className="min-w-44">
        <span className="block">{k === null ? t("evidence.reviews.kNotStated") : t("evidence.questions.k", { k })}</span>
        <span className="block">{participants ?? t("evidence.reviews.nNotStated")}</span>
        {i2 === null ? null : <span className="note block">{t("evidence.reviews.i2", { i2: plain(i2) })}</span>}
        {certaintyAsPrinted === null ? null : (
          <span className="note block">{t("evidence.reviews.certainty", { certainty: certaintyAsPrinted })}</span>
        )}
      </td>
      <td className="min-w-36">
        <QuestionLinks ids={questions} />
      </td>
      <td className="min-w-40">
        <Link to="/evidence/sources/$id" params={{ id: source }} className="block">
          {known ? sourceLabel(known) : source}
        </Link>
        <GradeBadge verified={verified} />
      </td>
    </tr>
  );
}

/** The number as the review prints it, which arm stands on top, and what in it does not add up. */
function Printed({ pool: { measure, value, interval, p, ratioOf, doubts } }: { readonly pool: Pool }) {
  const t = useT();
  const { plain, plainRange } = useNumbers();
  return (
    <>
      <span className="number block">
        {measure} {plain(value)}
        {interval === null ? null : ` (${plainRange(interval)})`}
      </span>
      {interval === null ? (
        <span className="note block">
          <NotStated /> {t("evidence.reviews.noInterval")}
        </span>
      ) : null}
      {p === null ? null : <span className="note block">{t("evidence.outcomes.pPrinted", { p })}</span>}
      {ratioOf === null ? null : <span className="note block">{t(`evidence.reviews.ratio.${ratioOf}`)}</span>}
      {doubts.map((doubt) => (
        <strong key={doubt} className="block font-semibold text-stop">
          {t("evidence.reviews.doubt", { doubt })}
        </strong>
      ))}
    </>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="note measure list-disc ps-5">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
