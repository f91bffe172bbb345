import type { InstrumentPage } from "@calcar/contract";
import type { Scores } from "@calcar/instruments";
import { useLanguage, useT } from "../messages/messages.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { EMPTY } from "./entry.ts";
import { GateNote } from "./licence-panel.tsx";
import { Switch } from "./provisional-switch.tsx";
import { ScoreSummary } from "./score-summary.tsx";
import type { Change, Entry } from "./shapes.ts";

interface TryItProps {
  readonly page: InstrumentPage;
  readonly entry: Entry;
  readonly scores: Scores;
  readonly filledWith: string | undefined; // the worked example that the form holds
  readonly onEntry: Change;
}

/** The form to answer, beside what the answers score so far. */
export function TryIt({ page: { instrument, gate, wording }, entry, scores, filledWith, onEntry }: TryItProps) {
  const t = useT();
  const isEmpty = Object.keys(entry.answers).length === 0;
  return (
    <section className="section-rule may-break grid scroll-mt-4 grid-cols-1 gap-6" id="try" tabIndex={-1} aria-labelledby="try-title">
      <div className="grid gap-2">
        <h2 id="try-title">{t("instruments.try.title")}</h2>
        <p className="measure">{t("instruments.try.lead")}</p>
        <p aria-live="polite" className="font-medium">
          {filledWith === undefined ? "" : t("instruments.examples.filled", { name: filledWith })}
        </p>
      </div>
      <GateNote gate={gate} hasWording={wording !== null} hasLabels={instrument.licence.wording !== "none"} isBrief />
      <WordingHead wording={wording} />
      {instrument.unconfirmed === undefined ? null : (
        <Switch isOn={entry.allowUnconfirmed} onChange={(allowUnconfirmed) => onEntry((now) => ({ ...now, allowUnconfirmed }))} />
      )}
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid grid-cols-1 content-start gap-6">
          <h3>{t("instruments.try.items")}</h3>
          <AnswerForm instrument={instrument} wording={wording} entry={entry} onEntry={onEntry} />
          <button
            type="button"
            className="button button-plain justify-self-start"
            aria-disabled={isEmpty}
            onClick={() => onEntry((now) => ({ ...now, answers: EMPTY.answers }))}
          >
            {t("instruments.try.clear")}
          </button>
        </div>
        <ScoreSummary instrument={instrument} entry={entry} scores={scores} />
      </div>
    </section>
  );
}

/** Title and introduction of a loaded wording, as the publisher words them. */
function WordingHead({ wording }: Pick<InstrumentPage, "wording">) {
  const { locale } = useLanguage().language;
  const lang = wording === null ? undefined : [locale, "en", ...Object.keys(wording)].find((tag) => Object.hasOwn(wording, tag));
  const words = lang === undefined ? undefined : wording?.[lang];
  if (words?.title === undefined && words?.introduction === undefined) return null;
  return (
    <div className="measure grid gap-1" lang={lang}>
      {words.title === undefined ? null : <p className="font-medium">{words.title}</p>}
      {words.introduction === undefined ? null : <p>{words.introduction}</p>}
    </div>
  );
}
