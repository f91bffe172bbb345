import { formOf, itemsOf, type Score, type Scores } from "@calcar/instruments";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Entry, Instrument, Subscale } from "./shapes.ts";
import { useRangeWords } from "./use-range-words.ts";
import { useScoreFigure } from "./use-score-words.ts";

interface ScoreSummaryProps {
  readonly instrument: Instrument;
  readonly entry: Entry;
  readonly scores: Scores;
}

/** What the answers score so far, always in sight: beside the items, or in a bar below them on a narrow screen. */
export function ScoreSummary({ instrument, entry, scores }: ScoreSummaryProps) {
  const t = useT();
  const form = formOf(instrument, entry.form);
  const items = itemsOf(instrument, form.ok ? form.value : undefined).length;
  const answered = Object.keys(entry.answers).length;
  const all = instrument.subscales.flatMap(({ id }) => scores.scores[id] ?? []);
  const scored = all.filter(({ value }) => value !== null).length;
  return (
    <aside className="summary" aria-label={t("instruments.summary.title")}>
      <h3 className="hidden lg:block">{t("instruments.summary.title")}</h3>
      <p aria-live="polite" className="text-sm">
        {t("instruments.summary.answered", { answered, items })} · {t("instruments.summary.scored", { scored, scores: all.length })}
      </p>
      <a href="#scores" className="text-sm">
        {t("instruments.summary.see")}
      </a>
      <dl className="hidden lg:grid">
        {instrument.subscales.map((subscale) => (
          <Line key={subscale.id} subscale={subscale} score={scores.scores[subscale.id]} />
        ))}
      </dl>
    </aside>
  );
}

function Line({ subscale, score }: { readonly subscale: Subscale; readonly score: Score | undefined }) {
  const t = useT();
  const localised = useLocalised();
  const figure = useScoreFigure();
  const range = useRangeWords();
  if (score === undefined) return null;
  const { value, answered, items } = score;
  const isQuantity = subscale.method.kind !== "profile" && (subscale.method.kind !== "value-set" || value !== null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-rule py-2">
      <dt>{localised(subscale.name)}</dt>
      <dd className={value === null ? "text-muted" : "number font-semibold"}>
        {value === null ? t("instruments.summary.none") : figure(subscale, value)}
      </dd>
      <dd className="note col-span-2">
        {isQuantity
          ? `${t("instruments.result.of", { range: range(score.range, subscale.unit), direction: t(`instruments.direction.${score.direction}`) })} · `
          : ""}
        {t("instruments.result.answered", { answered, items })}
        {score.unconfirmed.length === 0 ? "" : ` · ${t("instruments.result.provisional")}`}
      </dd>
    </div>
  );
}
