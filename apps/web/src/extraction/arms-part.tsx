import { useT } from "../messages/messages.tsx";
import { AlongsideField } from "./alongside-field.tsx";
import { ChoiceOf, TextField, Wrong } from "./fields.tsx";
import { FigureField } from "./figure-field.tsx";
import { placesOf } from "./place.ts";
import { useForm } from "./writing-context.tsx";

/** Who got what. */
export function ArmsPart() {
  const t = useT();
  const { draft, set } = useForm();
  const arms = draft.arms ?? [];
  return (
    <div className="grid grid-cols-1 gap-8" id="field-arms" tabIndex={-1}>
      <Wrong place="arms" />
      {placesOf("arms", arms).map((place, i) => (
        <ArmFields key={place} place={place} title={arms[i]?.name?.trim() || t("extraction.arm.unnamed", { number: i + 1 })} />
      ))}
      <button type="button" className="button button-plain justify-self-start" onClick={() => set(`arms[${arms.length}]`, {})}>
        {t("extraction.arm.add")}
      </button>
    </div>
  );
}

function ArmFields({ place, title }: { readonly place: string; readonly title: string }) {
  const t = useT();
  const { at, set, words } = useForm();
  const of = (name: string): readonly string[] => words.choices[name] ?? [];
  const role = at(`${place}.role`);
  const isComparator = role === "control" || role === "active-control";
  return (
    <section className="section-rule grid grid-cols-1 gap-5" aria-label={title}>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3>{title}</h3>
        <button type="button" className="button-link text-sm" onClick={() => set(place, undefined)}>
          {t("extraction.arm.remove", { arm: title })}
        </button>
      </div>
      <div className="form-grid">
        <TextField place={`${place}.name`} text="extraction.arm.name" hint="extraction.arm.name.hint" />
        <ChoiceOf place={`${place}.role`} text="extraction.arm.role" words={of("role")} />
        <ChoiceOf place={`${place}.productClass`} text="extraction.arm.productClass" words={of("productClass")} />
        <ChoiceOf place={`${place}.routeClass`} text="extraction.arm.routeClass" words={of("routeClass")} />
        {isComparator || at(`${place}.controlClass`) !== undefined ? (
          <ChoiceOf place={`${place}.controlClass`} text="extraction.arm.controlClass" words={of("controlClass")} />
        ) : null}
        <TextField place={`${place}.product.cells`} text="extraction.arm.cells" />
        <TextField place={`${place}.product.cellSource`} text="extraction.arm.cellSource" />
        <TextField place={`${place}.product.dose`} text="extraction.arm.dose" />
        <TextField place={`${place}.product.processing`} text="extraction.arm.processing" />
        <TextField place={`${place}.route`} text="extraction.arm.route" />
        <TextField place={`${place}.guidance`} text="extraction.arm.guidance" />
        <TextField place={`${place}.note`} text="extraction.note" />
      </div>
      <AlongsideField place={`${place}.alongside`} words={of("alongside")} />
      <FigureField place={`${place}.hips`} text="extraction.arm.hips" />
      <FigureField place={`${place}.patients`} text="extraction.arm.patients" />
    </section>
  );
}
