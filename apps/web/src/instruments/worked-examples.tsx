import { memo } from "react";
import { TableFrame } from "../design/table-frame.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useLocalised, useT } from "../messages/messages.tsx";
import { entryOf, scoresOf } from "./entry.ts";
import { type Line, linesOf } from "./example-lines.ts";
import type { Entry, Instrument, Range, Sources, Vector } from "./shapes.ts";
import { useRangeWords } from "./use-range-words.ts";

interface WorkedExamplesProps {
  readonly instrument: Instrument;
  readonly sources: Sources;
  readonly onUse: (entry: Entry, name: string) => void;
}

/** Every worked example: what must come out, what comes out here and now, and where the expectation is from. */
export const WorkedExamples = memo(function WorkedExamples({ instrument, sources, onUse }: WorkedExamplesProps) {
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
            <th scope="col">{t("instruments.examples.origin")}</th>
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
});

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
        {entry === undefined ? null : (
          <button
            type="button"
            className="button button-plain button-small mt-1 block whitespace-nowrap"
            aria-label={t("instruments.examples.fillName", { name: it })}
            onClick={() => onUse(entry, it)}
          >
            {t("instruments.examples.fill")}
          </button>
        )}
      </th>
      <td className="min-w-72">
        <ul>
          {lines.map((line) => (
            <ScoreLine key={line.subscale} line={line} instrument={instrument} range={scores?.scores[line.subscale]?.range} />
          ))}
        </ul>
        {entry !== undefined && lines.every(({ agrees }) => agrees) ? (
          <span className="text-muted">{t("instruments.examples.agrees")}</span>
        ) : null}
        {vector.entered === undefined ? null : <span className="note">{t("instruments.examples.entered")}</span>}
      </td>
      <td className="min-w-44">
        {t(`instruments.examples.origin.${origin}`)}
        <GroundNote ground={{ source, verified, ...(note === undefined ? {} : { note }) }} sources={sources} />
      </td>
    </tr>
  );
}

interface ScoreLineProps {
  readonly line: Line;
  readonly instrument: Instrument;
  readonly range: Range | undefined; // absent where nothing was computed
}

/** One expected score with its range, and whether the same is computed here and now. */
function ScoreLine({ line, instrument, range }: ScoreLineProps) {
  const t = useT();
  const localised = useLocalised();
  const { plain } = useNumbers();
  const words = useRangeWords();
  const subscale = instrument.subscales.find(({ id }) => id === line.subscale);
  const name = subscale === undefined ? line.subscale : localised(subscale.name);
  const refused = useRefusedWords();
  const shown = (value: number | string): string => (typeof value === "number" ? plain(value) : refused(value));
  const { expected, computed, agrees, needsValueSet } = line;
  const value = shown(expected);
  const hasRange = typeof expected === "number" && range !== undefined && !["profile", "value-set"].includes(subscale?.method.kind ?? "");
  return (
    <li>
      {hasRange
        ? t("instruments.examples.valueRange", { name, value, range: words(range) })
        : t("instruments.examples.value", { name, value })}
      {computed === undefined || agrees ? null : (
        <span className={needsValueSet ? "note" : "text-stop"}>
          {" · "}
          {needsValueSet ? t("instruments.examples.notHere") : t("instruments.examples.differs", { computed: shown(computed) })}
        </span>
      )}
    </li>
  );
}

const REFUSED = [
  "items-missing",
  "too-few-answered",
  "subscales-missing",
  "unconfirmed",
  "value-set-not-named",
  "form-not-stated",
] as const;

/** A refusal as an example states it ("incomplete/items-missing"), in words. */
function useRefusedWords() {
  const t = useT();
  return (refusal: string): string => {
    const code = refusal.split("/")[1] ?? refusal;
    const known = REFUSED.find((each) => each === code);
    return known === undefined ? t("instruments.examples.refused.other", { code }) : t(`instruments.examples.refused.${known}`);
  };
}
