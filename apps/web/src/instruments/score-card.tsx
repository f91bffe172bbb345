import type { Score } from "@calcar/instruments";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useLocalised, useT } from "../messages/messages.tsx";
import { ScaleFigure } from "./scale-figure.tsx";
import { isDrawable, marksOf } from "./scale-marks.ts";
import type { Instrument, Sources, Subscale } from "./shapes.ts";
import { ThresholdTable } from "./threshold-table.tsx";
import { useRangeWords } from "./use-range-words.ts";
import { useRefusalWords, useScoreFigure, useUnconfirmedWords } from "./use-score-words.ts";

interface ScoreCardProps {
  readonly instrument: Instrument;
  readonly subscale: Subscale;
  readonly score: Score;
  readonly form: string | undefined;
  readonly sources: Sources;
}

/** One score: its figure with range and direction, or why there is none; its scale as a picture; its thresholds. */
export function ScoreCard({ instrument, subscale, score, form, sources }: ScoreCardProps) {
  const t = useT();
  const localised = useLocalised();
  const name = localised(subscale.name);
  const marks = marksOf(instrument.thresholds, { subscale: subscale.id, range: score.range, form });
  return (
    <section className="grid grid-cols-1 gap-4" aria-label={name}>
      <div className="grid gap-1">
        <h3>{name}</h3>
        <Figure instrument={instrument} subscale={subscale} score={score} />
        <Rests instrument={instrument} subscale={subscale} score={score} />
      </div>
      {isDrawable(subscale, score.value !== null) ? <ScaleFigure subscale={subscale} score={score} marks={marks} /> : null}
      {marks.length === 0 ? (
        <p className="note">{t("instruments.threshold.none")}</p>
      ) : (
        <ThresholdTable caption={t("instruments.threshold.caption", { name })} marks={marks} sources={sources} />
      )}
    </section>
  );
}

type Part = Pick<ScoreCardProps, "instrument" | "subscale" | "score">;

/** The figure never stands without its range and its good end. */
function Figure({ instrument, subscale, score }: Part) {
  const t = useT();
  const figure = useScoreFigure();
  const range = useRangeWords();
  const refused = useRefusalWords(instrument);
  const direction = t(`instruments.direction.${score.direction}`);
  const { value } = score;
  if (subscale.method.kind === "profile")
    return value === null ? <NoScore why={refused(score, subscale)} /> : <p>{t("instruments.result.state", { profile: String(value) })}</p>;
  const of =
    subscale.method.kind === "value-set" && value === null
      ? t("instruments.result.ofValueSet")
      : t("instruments.result.of", { range: range(score.range, subscale.unit), direction });
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        {value === null ? (
          <span className="font-medium text-muted">{t("instruments.result.noValue")}</span>
        ) : (
          <span className="number text-2xl font-semibold">{figure(subscale, value)}</span>
        )}
        <span>{of}</span>
        {score.unconfirmed.length === 0 ? null : <span className="badge badge-boxed tone-stop">{t("instruments.result.provisional")}</span>}
      </p>
      {value === null ? <p className="measure">{refused(score, subscale)}</p> : null}
    </>
  );
}

function NoScore({ why }: { readonly why: string | undefined }) {
  const t = useT();
  return (
    <p className="measure">
      <span className="font-medium text-muted">{t("instruments.result.noValue")}</span> {why}
    </p>
  );
}

/** What the score rests on: answers, filled gaps, raw sum, error, method and table. */
function Rests({ instrument, subscale, score }: Part) {
  const t = useT();
  const { plain, fixed } = useNumbers();
  const unconfirmed = useUnconfirmedWords(instrument);
  const { answered, items, imputed, raw, se, value, tableDigest } = score;
  const { decimals, shownAtMost } = subscale;
  const parts = [
    t("instruments.result.answered", { answered, items }),
    ...(imputed === 0 ? [] : [t("instruments.result.imputed", { imputed })]),
    ...(raw === null ? [] : [t("instruments.result.raw", { raw: plain(raw) })]),
    ...(se === null ? [] : [t("instruments.result.se", { se: plain(se) })]),
    ...(value !== null && shownAtMost !== undefined && value > shownAtMost
      ? [t("instruments.result.shownAtMost", { value: fixed(value, decimals), most: plain(shownAtMost) })]
      : []),
    ...(tableDigest === null ? [] : [t("instruments.result.table", { digest: tableDigest })]),
  ];
  return (
    <>
      <p className="note">{parts.join(" · ")}</p>
      {score.unconfirmed.length === 0 ? null : (
        <p className="measure text-sm text-stop">{t("instruments.result.provisionalMeans", { says: unconfirmed(score.unconfirmed) })}</p>
      )}
    </>
  );
}
