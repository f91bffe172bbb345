import { TableFrame } from "../design/table-frame.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Instrument, Sources } from "./shapes.ts";

interface InstrumentGroundsProps {
  readonly instrument: Instrument;
  readonly sources: Sources;
}

/** What to mind, what each part of the definition rests on, and how the definition came to be as it is. */
export function InstrumentGrounds({ instrument, sources }: InstrumentGroundsProps) {
  const t = useT();
  return (
    <>
      <Notes notes={instrument.notes ?? []} />
      <section className="section-rule may-break grid grid-cols-1 gap-4">
        <h2>{t("instruments.grounds.title")}</h2>
        <TableFrame caption={t("instruments.grounds.title")} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t("instruments.grounds.for")}</th>
              <th scope="col">{t("instruments.grounds.source")}</th>
            </tr>
          </thead>
          <tbody>
            {instrument.grounds.map(({ for: supports, ...ground }) => (
              <tr key={`${ground.source} ${ground.at ?? ""} ${supports.join()}`}>
                <th scope="row" className="min-w-32" lang="en">
                  {supports.map((part) => part.replaceAll("-", " ")).join(", ")}
                </th>
                <td>
                  <GroundNote ground={ground} sources={sources} />
                </td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      </section>
      <History instrument={instrument} />
    </>
  );
}

function Notes({ notes }: { readonly notes: NonNullable<Instrument["notes"]> }) {
  const t = useT();
  const localised = useLocalised();
  if (notes.length === 0) return null;
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("instruments.notes.title")}</h2>
      <ul className="measure list-disc ps-5">
        {notes.map((note) => (
          <li key={note.en}>{localised(note)}</li>
        ))}
      </ul>
    </section>
  );
}

function History({ instrument: { history, stillValidOn } }: { readonly instrument: Instrument }) {
  const t = useT();
  const localised = useLocalised();
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("instruments.history.title")}</h2>
      <ol className="grid gap-1">
        {history.map(({ on, says }) => (
          <li key={`${on} ${says.en}`} className="grid gap-x-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
            <time dateTime={on}>{on}</time>
            <span>{localised(says)}</span>
          </li>
        ))}
      </ol>
      <p className="note">{t("instruments.history.validOn", { date: stillValidOn })}</p>
    </section>
  );
}
