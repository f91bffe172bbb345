import type { Scores } from "@calcar/instruments";
import { TableFrame } from "../design/table-frame.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useLocalised, useT } from "../messages/messages.tsx";
import { entryOf, scoresOf } from "./entry.ts";
import { type Line, linesOf } from "./example-lines.ts";
import type { Entry, Instrument, Sources, Vector } from "./shapes.ts";
import { useRangeWords } from "./use-range-words.ts";

interface WorkedExamplesProps {
  readonly instrument: Instrument;
  readonly sources: Sources;
  readonly onUse: (entry: Entry, name: string) => void;
}

/** Every worked example: what must come out, what comes out here and now, and where the expectation is from. */
export function WorkedExamples({ instrument, sources, onUse }: WorkedExamplesProps) {
  const t = useT();
  const title = t("instruments.examples.title");
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-4">
      <h2>{title}</h2>
      <p className="measure">{t("instruments.examples.lead")}</p>
      <TableFrame caption={title} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("instruments.examples.example")}</th>
            <th scope="col">{t("instruments.examples.expected")}</th>
            <th scope="col">{t("instruments.examples.computed")}</th>
            <th scope="col">{t("instruments.examples.origin")}</th>
            <th scope="col">{t("instruments.examples.use")}</th>
          </tr>
        </thead>
        <tbody>
          {instrument.vectors.map((vector) => (
            <Row key={`${vector.it} ${vector.form ?? ""}`} vector={vector} instrument={instrument} sources={sources} onUse={onUse} />
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}

function Row({ vector, instrument, sources, onUse }: WorkedExamplesProps & { readonly vector: Vector }) {
  const t = useT();
  const localised = useLocalised();
  const entry = entryOf(instrument, vector);
  const scores = entry === undefined ? undefined : scoresOf(instrument, entry);
  const lines = linesOf(vector, scores);
  const form = instrument.forms?.find(({ id }) => id === vector.form);
  const { it, origin, source, verified, note } = vector;
  return (
    <tr>
      <th scope="row" className="min-w-40">
        <span lang="en">{it}</span>
        {form === undefined ? null : <span className="note block font-normal">{localised(form.name)}</span>}
        {vector.allowUnconfirmed ? <span className="note block font-normal">{t("instruments.examples.asked")}</span> : null}
      </th>
      <td className="min-w-48">
        <Values instrument={instrument} scores={scores} lines={lines} side="expected" />
      </td>
      <td className="min-w-40">
        {vector.entered === undefined ? (
          <Values instrument={instrument} scores={scores} lines={lines} side="computed" />
        ) : (
          t("instruments.examples.entered")
        )}
      </td>
      <td className="min-w-44">
        {t(`instruments.examples.origin.${origin}`)}
        <GroundNote ground={{ source, verified, ...(note === undefined ? {} : { note }) }} sources={sources} />
      </td>
      <td>
        {entry === undefined ? null : (
          <button
            type="button"
            className="button button-plain button-small whitespace-nowrap"
            aria-label={t("instruments.examples.fillName", { name: it })}
            onClick={() => onUse(entry, it)}
          >
            {t("instruments.examples.fill")}
          </button>
        )}
      </td>
    </tr>
  );
}

interface ValuesProps {
  readonly instrument: Instrument;
  readonly scores: Scores | undefined;
  readonly lines: readonly Line[];
  readonly side: "expected" | "computed";
}

function Values({ instrument, scores, lines, side }: ValuesProps) {
  const t = useT();
  const localised = useLocalised();
  const { plain } = useNumbers();
  const range = useRangeWords();
  const computedWords = ({ computed, agrees, needsValueSet }: Line): string => {
    if (needsValueSet) return t("instruments.examples.notHere");
    const shown = typeof computed === "number" ? plain(computed) : (computed ?? t("instruments.result.noValue"));
    return `${shown}, ${t(agrees ? "instruments.examples.agrees" : "instruments.examples.differs")}`;
  };
  return (
    <ul>
      {lines.map((line) => {
        const subscale = instrument.subscales.find(({ id }) => id === line.subscale);
        const name = subscale === undefined ? line.subscale : localised(subscale.name);
        if (side === "computed")
          return <li key={line.subscale}>{t("instruments.examples.value", { name, value: computedWords(line) })}</li>;
        const value = typeof line.expected === "number" ? plain(line.expected) : line.expected;
        const ends = scores?.scores[line.subscale]?.range;
        const isQuantity = typeof line.expected === "number" && ends !== undefined && subscale?.method.kind !== "profile";
        return (
          <li key={line.subscale}>
            {isQuantity && subscale?.method.kind !== "value-set"
              ? t("instruments.examples.valueRange", { name, value, range: range(ends) })
              : t("instruments.examples.value", { name, value })}
          </li>
        );
      })}
    </ul>
  );
}
