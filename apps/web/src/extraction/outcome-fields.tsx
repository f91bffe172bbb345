import { useT } from "../messages/messages.tsx";
import { ChoiceOf, TextField, Wrong, YesNo } from "./fields.tsx";
import { FigureField, GroundField } from "./figure-field.tsx";
import { fieldId } from "./place.ts";
import { ReportField } from "./report-field.tsx";
import type { OutcomeDraft } from "./shapes.ts";
import { useForm } from "./writing-context.tsx";

interface OutcomeFieldsProps {
  readonly place: string;
  readonly outcome: OutcomeDraft;
}

/** What an outcome is of, and what the paper reports of it. */
export function OutcomeFields({ place, outcome }: OutcomeFieldsProps) {
  const { draft, words } = useForm();
  const arms = (draft.arms ?? []).flatMap(({ name }) => name?.trim() || []);
  const isScore = outcome.type === "value" || outcome.type === "change";
  return (
    <>
      <div className="form-grid">
        <TextField place={`${place}.name`} text="extraction.outcome.name" />
        <ChoiceOf place={`${place}.arm`} text="extraction.outcome.arm" words={arms} />
        <TextField place={`${place}.months`} text="extraction.outcome.months" />
        {outcome.type === "events" ? (
          <TextField place={`${place}.event`} text="extraction.outcome.event" hint="extraction.outcome.event.hint" list={words.events} />
        ) : null}
        {isScore ? <ScoreFields place={place} /> : null}
        <TextField place={`${place}.unit`} text="extraction.outcome.unit" />
        {outcome.type === "value" ? <YesNo place={`${place}.isBaseline`} text="extraction.outcome.isBaseline" /> : null}
        {outcome.type === "events" ? <YesNo place={`${place}.isBenefit`} text="extraction.outcome.isBenefit" /> : null}
      </div>
      <Reports place={place} outcome={outcome} />
      <Wrong place={place} />
      <details className="more">
        <summary className="button-link">{useT()("extraction.outcome.more")}</summary>
        <div className="form-grid pt-3">
          <TextField place={`${place}.group`} text="extraction.outcome.group" hint="extraction.outcome.group.hint" />
          <TextField place={`${place}.timepoint`} text="extraction.outcome.timepoint" />
          <TextField place={`${place}.domain`} text="extraction.outcome.domain" />
          <TextField place={`${place}.p`} text="extraction.outcome.p" />
          <TextField place={`${place}.id`} text="extraction.outcome.id" />
          <TextField place={`${place}.note`} text="extraction.note" />
        </div>
      </details>
    </>
  );
}

function ScoreFields({ place }: { readonly place: string }) {
  const { words } = useForm();
  return (
    <>
      <TextField place={`${place}.instrument`} text="extraction.outcome.instrument" />
      <ChoiceOf
        place={`${place}.instrumentId`}
        text="extraction.outcome.instrumentId"
        hint="extraction.outcome.instrumentId.hint"
        words={["not-on-file", ...words.instruments]}
      />
      <TextField place={`${place}.scale.min`} text="extraction.outcome.scaleMin" />
      <TextField place={`${place}.scale.max`} text="extraction.outcome.scaleMax" />
      <YesNo place={`${place}.scale.higherIsBetter`} text="extraction.outcome.higherIsBetter" />
    </>
  );
}

function Reports({ place, outcome }: OutcomeFieldsProps) {
  switch (outcome.type) {
    case "events":
      return (
        <>
          <Complement place={`${place}.complement`} />
          <ReportField place={`${place}.report`} text="extraction.reports" choice="count" />
        </>
      );
    case "value":
      return <ReportField place={`${place}.report`} text="extraction.reports" choice="score" />;
    case "change":
      return (
        <>
          <ReportField place={`${place}.baseline`} text="extraction.reports.baseline" choice="score" />
          <ReportField place={`${place}.followUp`} text="extraction.reports.followUp" choice="score" />
          <ReportField place={`${place}.change`} text="extraction.reports.change" choice="change" />
        </>
      );
    case "reported":
      return <Reported place={place} />;
  }
}

function Reported({ place }: { readonly place: string }) {
  return (
    <>
      <div className="form-grid">
        <TextField place={`${place}.measure`} text="extraction.reported.measure" hint="extraction.reported.measure.hint" />
        <div className="form-wide">
          <TextField place={`${place}.finding`} text="extraction.reported.finding" rows={2} />
        </div>
      </div>
      <GroundField place={`${place}.ground`} text="extraction.reported.ground" />
      <FigureField place={`${place}.value`} text="extraction.number.value" />
      <FigureField place={`${place}.lower`} text="extraction.number.lower" />
      <FigureField place={`${place}.upper`} text="extraction.number.upper" />
      <FigureField place={`${place}.n`} text="extraction.number.n" />
    </>
  );
}

function Complement({ place }: { readonly place: string }) {
  const t = useT();
  const { at, set } = useForm();
  return (
    <label className="flex items-center gap-2" htmlFor={fieldId(place)}>
      <input
        id={fieldId(place)}
        type="checkbox"
        className="tick"
        checked={at(place) === true}
        onChange={({ target }) => set(place, target.checked ? true : undefined)}
      />
      {t("extraction.outcome.complement")}
    </label>
  );
}
