import { TableFrame } from "../../design/table-frame.tsx";
import { useT } from "../../messages/messages.tsx";
import { GroundNote } from "../ground-note.tsx";
import type { Sources } from "../shapes.ts";
import { useNumbers } from "../use-numbers.ts";
import { type Benchmark, BenchmarkValue } from "./benchmark-value.tsx";

interface BenchmarkTableProps {
  readonly caption: string;
  readonly rows: readonly Benchmark[];
  readonly sources: Sources;
}

/** Published figures, one to a row, each with its denominator or that its text states none. */
export function BenchmarkTable({ caption, rows, sources }: BenchmarkTableProps) {
  const t = useT();
  return (
    <TableFrame caption={caption} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t("evidence.bench.figure")}</th>
          <th scope="col">{t("evidence.bench.value")}</th>
          <th scope="col">{t("evidence.bench.counted")}</th>
          <th scope="col">{t("evidence.bench.when")}</th>
          <th scope="col">{t("evidence.outcomes.stands")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} sources={sources} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Row({ row, sources }: { readonly row: Benchmark; readonly sources: Sources }) {
  const t = useT();
  const { plain } = useNumbers();
  const { id, says, population, disease, instrument, n, months, ground, note } = row;
  return (
    <tr id={id}>
      <th scope="row" className="min-w-60">
        {says}
        <span className="note block font-normal">
          {population} · {t(`evidence.bench.disease.${disease}`)}
        </span>
        {instrument === undefined || says.includes(instrument) ? null : <span className="note block font-normal">{instrument}</span>}
      </th>
      <td className="min-w-44">
        <BenchmarkValue row={row} />
      </td>
      <td className="min-w-28">
        {n === undefined ? (
          <span className="text-muted">{t("evidence.bench.nNotStated")}</span>
        ) : (
          <span className="number">{plain(n)}</span>
        )}
      </td>
      <td className="min-w-28">
        {months === undefined ? <span className="text-muted">{t("evidence.notStated")}</span> : <Time months={months} />}
      </td>
      <td className="min-w-52">
        <GroundNote ground={ground} sources={sources}>
          {note === undefined ? null : <span className="note">{note}</span>}
        </GroundNote>
      </td>
    </tr>
  );
}

const YEAR = 12;

function Time({ months }: { readonly months: number }) {
  const t = useT();
  return months >= 2 * YEAR && months % YEAR === 0
    ? t("evidence.bench.years", { years: months / YEAR })
    : t("evidence.outcomes.months", { months });
}
