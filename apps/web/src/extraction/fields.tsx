import { type ReactNode, useId } from "react";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { fieldId } from "./place.ts";
import { useForm } from "./writing-context.tsx";

interface FieldProps {
  readonly place: string;
  readonly text: MessageKey;
  readonly hint?: MessageKey;
}

/** What is wrong with a place, said beside it. */
export function Wrong({ place }: { readonly place: string }) {
  const { problemsAt } = useForm();
  return (
    <p className="field-error" id={`${fieldId(place)}-wrong`} aria-live="polite">
      {problemsAt(place)
        .map(({ problem, expected }) => `${problem}; ${expected}`)
        .join(". ")}
    </p>
  );
}

const describing = (place: string, hint: string | undefined): string => [hint, `${fieldId(place)}-wrong`].filter(Boolean).join(" ");

function Frame({ place, text, hint, hintId, children }: FieldProps & { readonly hintId: string; readonly children: ReactNode }) {
  const t = useT();
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label className="field-label" id={`${fieldId(place)}-label`} htmlFor={fieldId(place)}>
        {t(text)}
      </label>
      {children}
      {hint === undefined ? null : (
        <p className="field-hint" id={hintId}>
          {t(hint)}
        </p>
      )}
      <Wrong place={place} />
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  readonly rows?: number; // several lines
  readonly list?: readonly string[]; // words on file to pick from, or none of them
}

/** A text of the draft. */
export function TextField({ place, text, hint, rows, list }: TextFieldProps) {
  const { at, set, problemsAt } = useForm();
  const hintId = useId();
  const value = at(place);
  const shared = {
    id: fieldId(place),
    className: "input w-full min-w-0",
    autoComplete: "off",
    "aria-labelledby": `${fieldId(place)}-label`,
    "aria-describedby": describing(place, hint && hintId),
    "aria-invalid": problemsAt(place).length > 0,
    value: value === undefined ? "" : String(value),
    onChange: ({ target }: { target: { value: string } }) => set(place, target.value === "" ? undefined : target.value),
  };
  return (
    <Frame place={place} text={text} hintId={hintId} {...(hint && { hint })}>
      {rows === undefined ? <input {...shared} {...(list && { list: `${fieldId(place)}-list` })} /> : <textarea {...shared} rows={rows} />}
      {list === undefined ? null : (
        <datalist id={`${fieldId(place)}-list`}>
          {list.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </Frame>
  );
}

/** One of the words that the study file knows. They are shown as they stand there. */
export function ChoiceOf({ place, text, hint, words }: FieldProps & { readonly words: readonly string[] }) {
  const t = useT();
  const { at, set, problemsAt } = useForm();
  const hintId = useId();
  return (
    <Frame place={place} text={text} hintId={hintId} {...(hint && { hint })}>
      <select
        id={fieldId(place)}
        className="input w-full min-w-0"
        aria-labelledby={`${fieldId(place)}-label`}
        aria-describedby={describing(place, hint && hintId)}
        aria-invalid={problemsAt(place).length > 0}
        value={String(at(place) ?? "")}
        onChange={({ target }) => set(place, target.value === "" ? undefined : target.value)}
      >
        <option value="">{t("extraction.notStated")}</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** Yes, no, or nobody has said. */
export function YesNo({ place, text, hint }: FieldProps) {
  const t = useT();
  const { at, set } = useForm();
  const hintId = useId();
  const value = at(place);
  return (
    <Frame place={place} text={text} hintId={hintId} {...(hint && { hint })}>
      <select
        id={fieldId(place)}
        className="input w-full min-w-0"
        aria-labelledby={`${fieldId(place)}-label`}
        aria-describedby={describing(place, hint && hintId)}
        value={value === undefined ? "" : String(value)}
        onChange={({ target }) => set(place, target.value === "" ? undefined : target.value === "true")}
      >
        <option value="">{t("extraction.notStated")}</option>
        <option value="true">{t("extraction.yes")}</option>
        <option value="false">{t("extraction.no")}</option>
      </select>
    </Frame>
  );
}
