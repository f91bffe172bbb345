import { TableFrame } from "../design/table-frame.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useT } from "../messages/messages.tsx";
import type { Instrument, Sources } from "./shapes.ts";

type Table = NonNullable<Instrument["tables"]>[number];

interface ConversionTablesProps {
  readonly tables: readonly Table[];
  readonly sources: Sources;
}

/** The published tables, row by row, for whoever holds them against the publisher's sheet. */
export function ConversionTables({ tables, sources }: ConversionTablesProps) {
  const t = useT();
  if (tables.length === 0) return null;
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-4">
      <h2>{t("instruments.tables.title")}</h2>
      {tables.map((table) => (
        <details key={table.id} className="grid gap-3">
          <summary>{t("instruments.tables.show", { title: table.title, rows: table.rows.length, digest: table.digest })}</summary>
          <div className="grid max-w-md grid-cols-1 gap-4 pt-3">
            <Rows table={table} />
            <div className="grid gap-2 text-sm">
              {table.grounds.map((ground) => (
                <GroundNote key={`${ground.source} ${ground.at ?? ""}`} ground={ground} sources={sources} />
              ))}
            </div>
          </div>
        </details>
      ))}
    </section>
  );
}

function Rows({ table: { title, rows } }: { readonly table: Table }) {
  const t = useT();
  const { plain } = useNumbers();
  const hasErrors = rows.some((row) => row.length === 3);
  return (
    <TableFrame caption={title} hideCaption>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {t("instruments.tables.raw")}
          </th>
          <th scope="col" className="numeric">
            {t("instruments.tables.score")}
          </th>
          {hasErrors ? (
            <th scope="col" className="numeric">
              {t("instruments.tables.se")}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(([raw, score, error]) => (
          <tr key={raw}>
            <td className="numeric">{plain(raw)}</td>
            <td className="numeric">{plain(score)}</td>
            {error === undefined ? null : <td className="numeric">{plain(error)}</td>}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
