import { useT } from "../messages/messages.tsx";
import { ChoiceOf, TextField, Wrong } from "./fields.tsx";
import { FigureField, GroundField } from "./figure-field.tsx";
import { fieldId, placesOf } from "./place.ts";
import { useForm } from "./writing-context.tsx";

/** Harms, what limits the study, and who read it when. */
export function HarmsPart() {
  const t = useT();
  const { at, words } = useForm();
  return (
    <div className="grid grid-cols-1 gap-8">
      <section className="grid grid-cols-1 gap-4" aria-labelledby="harms-title">
        <h3 id="harms-title">{t("extraction.harms.title")}</h3>
        <TextField place="adverseEvents.summary" text="extraction.harms.summary" rows={2} />
        {at("adverseEvents") === undefined ? null : (
          <>
            <GroundField place="adverseEvents.ground" text="extraction.harms.ground" />
            <FigureField place="adverseEvents.n" text="extraction.harms.n" />
            <FigureField place="adverseEvents.events" text="extraction.harms.events" />
            <FigureField place="adverseEvents.serious" text="extraction.harms.serious" />
            <FigureField place="adverseEvents.seriousRelated" text="extraction.harms.seriousRelated" />
          </>
        )}
      </section>
      <Participants />
      <section className="section-rule grid grid-cols-1 gap-4" aria-labelledby="limits-title">
        <h3 id="limits-title">{t("extraction.limits.title")}</h3>
        <LinesField place="limitations" />
        <div className="form-grid">
          <TextField place="funding" text="extraction.funding" />
          <TextField place="riskOfBiasNotes" text="extraction.riskOfBiasNotes" hint="extraction.riskOfBiasNotes.hint" />
          <ChoiceOf place="verified" text="extraction.verified" hint="extraction.verified.hint" words={words.choices.verified ?? []} />
          <TextField place="stillValidOn" text="extraction.stillValidOn" hint="extraction.stillValidOn.hint" />
          <TextField place="readers[0].who" text="extraction.reader" />
          <TextField place="readers[0].on" text="extraction.readOn" hint="extraction.stillValidOn.hint" />
        </div>
      </section>
    </div>
  );
}

/** Who they were, and how many came and went: each statement with where it was read. */
function Participants() {
  const t = useT();
  const { draft, set } = useForm();
  const list = draft.participants ?? [];
  return (
    <section className="section-rule grid grid-cols-1 gap-4" aria-labelledby="participants-title">
      <h3 id="participants-title">{t("extraction.participants.title")}</h3>
      {placesOf("participants", list).map((place, i) => (
        <div key={place} className="grid grid-cols-1 gap-3">
          <TextField place={`${place}.says`} text="extraction.participants.says" />
          <GroundField place={`${place}.ground`} text="extraction.participants.ground" />
          <button type="button" className="button-link justify-self-start text-sm" onClick={() => set(place, undefined)}>
            {t("extraction.participants.remove", { number: i + 1 })}
          </button>
        </div>
      ))}
      <button type="button" className="button button-plain justify-self-start" onClick={() => set(`participants[${list.length}]`, {})}>
        {t("extraction.participants.add")}
      </button>
    </section>
  );
}

/** A list of short texts, one on each line. A tick says that there is none. */
function LinesField({ place }: { readonly place: string }) {
  const t = useT();
  const { at, set } = useForm();
  const list = at(place) as readonly string[] | undefined;
  const id = fieldId(place);
  return (
    <div className="grid gap-1">
      <label className="field-label" id={`${id}-label`} htmlFor={id}>
        {t("extraction.limitations")}
      </label>
      <textarea
        id={id}
        aria-labelledby={`${id}-label`}
        className="input w-full min-w-0"
        rows={3}
        aria-describedby={`${id}-wrong`}
        value={(list ?? []).join("\n")}
        onChange={({ target }) => set(place, target.value === "" ? undefined : target.value.split("\n"))}
      />
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="tick"
          checked={list?.length === 0}
          onChange={({ target }) => set(place, target.checked ? [] : undefined)}
        />
        {t("extraction.limitations.none")}
      </label>
      <Wrong place={place} />
    </div>
  );
}
