import { type MessageKey, useT } from "../messages/messages.tsx";
import { Wrong } from "./fields.tsx";
import { fieldId } from "./place.ts";
import { useForm } from "./writing-context.tsx";

interface FigureFieldProps {
  readonly place: string;
  readonly text: MessageKey;
}

const PARTS = ["source", "at", "how", "verified"] as const;

/** A number as printed with its provenance beside it. Nothing is filled in; the place of the last number is taken over when asked. */
export function FigureField({ place, text }: FigureFieldProps) {
  const t = useT();
  const { at, lastFigure, set } = useForm();
  const name = t(text);
  const last = lastFigure === place || lastFigure === undefined ? undefined : at(lastFigure);
  const takeOver = (): void => {
    for (const part of PARTS) set(`${place}.${part}`, (last as Record<string, unknown>)[part]);
  };
  return (
    <fieldset className="figure-field" id={fieldId(place)} tabIndex={-1}>
      <legend className="field-label">{name}</legend>
      <div className="figure-parts">
        <Part place={`${place}.value`} label={t("extraction.figure.value")} />
        <Part place={`${place}.source`} label={t("extraction.figure.source")} />
        <Part place={`${place}.at`} label={t("extraction.figure.at")} />
        <Pick place={`${place}.how`} label={t("extraction.figure.how")} choice="how" />
        <Pick place={`${place}.verified`} label={t("extraction.figure.verified")} choice="verified" />
        {at(`${place}.how`) === "converted" || at(`${place}.how`) === "assumed" || at(`${place}.note`) !== undefined ? (
          <Part place={`${place}.note`} label={t("extraction.figure.note")} />
        ) : null}
      </div>
      <WrongBelow place={place} parts={["value", ...PARTS, "note"]} />
      {last === undefined || last === null ? null : (
        <button type="button" className="button-link justify-self-start text-sm" onClick={takeOver}>
          {t("extraction.figure.same", { figure: name })}
        </button>
      )}
    </fieldset>
  );
}

function Part({ place, label }: { readonly place: string; readonly label: string }) {
  const { at, problemsAt, set, touchFigure, words, draft } = useForm();
  const isSource = place.endsWith(".source");
  const id = fieldId(place);
  const value = at(place);
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <label className="field-hint" id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input w-full min-w-0"
        autoComplete="off"
        inputMode={place.endsWith(".value") ? "decimal" : "text"}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-wrong`}
        aria-invalid={problemsAt(place).length > 0}
        value={value === undefined ? "" : String(value)}
        onChange={({ target }) => {
          set(place, target.value === "" ? undefined : target.value);
          if (!place.endsWith(".value")) touchFigure(place.replace(/\.\w+$/, ""));
        }}
        {...(isSource && { list: `${id}-list` })}
      />
      {isSource ? (
        <datalist id={`${id}-list`}>
          {[draft.paper?.source ?? "", ...words.sources].filter(Boolean).map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}

function Pick({ place, label, choice }: { readonly place: string; readonly label: string; readonly choice: "how" | "verified" }) {
  const t = useT();
  const { at, problemsAt, set, touchFigure, words } = useForm();
  const id = fieldId(place);
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <label className="field-hint" id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input w-full min-w-0"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-wrong`}
        aria-invalid={problemsAt(place).length > 0}
        value={String(at(place) ?? "")}
        onChange={({ target }) => {
          set(place, target.value === "" ? undefined : target.value);
          touchFigure(place.replace(/\.\w+$/, ""));
        }}
      >
        <option value="">{t("extraction.notStated")}</option>
        {(words.choices[choice] ?? []).map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Where a statement in words was read: the same provenance without a number. */
export function GroundField({ place, text }: FigureFieldProps) {
  const t = useT();
  return (
    <fieldset className="figure-field" id={fieldId(place)} tabIndex={-1}>
      <legend className="field-label">{t(text)}</legend>
      <div className="figure-parts figure-parts-words">
        <Part place={`${place}.source`} label={t("extraction.figure.source")} />
        <Part place={`${place}.at`} label={t("extraction.figure.at")} />
        <Pick place={`${place}.verified`} label={t("extraction.figure.verified")} choice="verified" />
      </div>
      <WrongBelow place={place} parts={PARTS} />
    </fieldset>
  );
}

/** What is wrong with the parts of a figure, below all of them: a field of a number is too narrow for a sentence. */
function WrongBelow({ place, parts }: { readonly place: string; readonly parts: readonly string[] }) {
  return (
    <div>
      <Wrong place={place} />
      {parts.map((part) => (
        <Wrong key={part} place={`${place}.${part}`} />
      ))}
    </div>
  );
}
