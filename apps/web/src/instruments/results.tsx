import type { Scores } from "@calcar/instruments";
import { Callout } from "../design/callout.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Mark } from "./scale-marks.ts";
import { ScoreCard } from "./score-card.tsx";
import type { Instrument, Sources, Threshold } from "./shapes.ts";
import { ThresholdTable } from "./threshold-table.tsx";

interface ResultsProps {
  readonly instrument: Instrument;
  readonly scores: Scores;
  readonly sources: Sources;
}

/** Every score of the entry on its scale, and the thresholds of the instrument. */
export function Results({ instrument, scores, sources }: ResultsProps) {
  const t = useT();
  const kinds = [...new Set(instrument.thresholds.map(({ kind }) => kind))];
  return (
    <section className="section-rule may-break grid scroll-mt-4 grid-cols-1 gap-10" id="scores">
      <div className="grid gap-3">
        <h2>{t("instruments.result.title")}</h2>
        {kinds.length === 0 ? null : (
          <>
            <p className="measure">{t("instruments.result.lead")}</p>
            <ul className="note measure">
              {kinds.map((kind) => (
                <li key={kind}>{t(`instruments.threshold.${kind}`)}</li>
              ))}
            </ul>
          </>
        )}
        <Cautions instrument={instrument} sources={sources} />
      </div>
      {instrument.subscales.map((subscale) => {
        const score = scores.scores[subscale.id];
        return score === undefined ? null : (
          <ScoreCard
            key={subscale.id}
            instrument={instrument}
            subscale={subscale}
            score={score}
            form={scores.form ?? undefined}
            sources={sources}
          />
        );
      })}
      <Unnamed thresholds={instrument.thresholds} sources={sources} />
    </section>
  );
}

function Cautions({ instrument: { cautions }, sources }: { readonly instrument: Instrument; readonly sources: Sources }) {
  const t = useT();
  const localised = useLocalised();
  if (cautions.length === 0) return null;
  return (
    <Callout tone="caution" title={t("instruments.cautions")}>
      {cautions.map(({ says, grounds }) => (
        <div key={says.en} className="grid gap-1">
          <p>{localised(says)}</p>
          <div className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
            {grounds.map((ground) => (
              <GroundNote key={`${ground.source} ${ground.at ?? ""}`} ground={ground} sources={sources} />
            ))}
          </div>
        </div>
      ))}
    </Callout>
  );
}

/** Thresholds that cannot be put beside any one score, because their source does not say which. */
function Unnamed({ thresholds, sources }: { readonly thresholds: readonly Threshold[]; readonly sources: Sources }) {
  const t = useT();
  const unnamed = thresholds.filter(({ subscale }) => subscale === undefined);
  if (unnamed.length === 0) return null;
  const marks: Mark[] = unnamed.map((threshold) => {
    const { value } = threshold;
    return { letter: "", threshold, drawnAs: undefined, span: typeof value === "number" ? [value, value] : value };
  });
  return (
    <section className="grid grid-cols-1 gap-3">
      <h3>{t("instruments.threshold.unnamed")}</h3>
      <p className="note">{t("instruments.threshold.unnamedMeans")}</p>
      <ThresholdTable caption={t("instruments.threshold.unnamed")} marks={marks} sources={sources} />
    </section>
  );
}
