import { type MessageKey, useT } from "../messages/messages.tsx";
import { Wrong } from "./fields.tsx";
import { FigureField } from "./figure-field.tsx";
import { fieldId } from "./place.ts";
import { figureLabel, kindLabel, REPORT_FIGURES } from "./report-figures.ts";
import { StepsAt } from "./steps-at.tsx";
import { useForm } from "./writing-context.tsx";

interface ReportFieldProps {
  readonly place: string;
  readonly text: MessageKey;
  readonly choice: "score" | "change" | "count";
}

/** What does the paper report? The figures follow from the answer, and what they come to is shown at once. */
export function ReportField({ place, text, choice }: ReportFieldProps) {
  const t = useT();
  const { at, set, words } = useForm();
  const kind = at(`${place}.as`) as string | undefined;
  const id = fieldId(place);
  const choose = (next: string): void => set(place, next === "" ? undefined : carriedOver(at(place), next));
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="grid max-w-md gap-1">
        <label className="field-label" id={`${id}-label`} htmlFor={id}>
          {t(text)}
        </label>
        <select
          id={id}
          aria-labelledby={`${id}-label`}
          className="input w-full min-w-0"
          aria-describedby={`${id}-wrong`}
          value={kind ?? ""}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t("extraction.notStated")}</option>
          {(words.choices[choice] ?? []).map((word) => (
            <option key={word} value={word}>
              {t(kindLabel(word))}
            </option>
          ))}
        </select>
        <Wrong place={place} />
      </div>
      {kind === "median" ? <MedianUse place={`${place}.use`} /> : null}
      {(kind === undefined ? [] : (REPORT_FIGURES[kind] ?? [])).map((name) => (
        <FigureField key={name} place={`${place}.${name}`} text={figureLabel(name)} />
      ))}
      <StepsAt place={place} />
    </div>
  );
}

/** Figures that both kinds of report have are kept when the kind changes: a mean stays a mean. */
function carriedOver(report: unknown, kind: string): Record<string, unknown> {
  const names = REPORT_FIGURES[kind] ?? [];
  const figures = Object.entries((report ?? {}) as Record<string, unknown>).filter(([name]) => names.includes(name));
  return { as: kind, ...Object.fromEntries(figures) };
}

function MedianUse({ place }: { readonly place: string }) {
  const t = useT();
  const { at, set, words } = useForm();
  const id = fieldId(place);
  return (
    <div className="grid max-w-md gap-1">
      <label className="field-label" id={`${id}-label`} htmlFor={id}>
        {t("extraction.median.use")}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {t("extraction.median.hint")}
      </p>
      <select
        id={id}
        aria-labelledby={`${id}-label`}
        className="input w-full min-w-0"
        aria-describedby={`${id}-hint ${id}-wrong`}
        value={String(at(place) ?? "")}
        onChange={({ target }) => set(place, target.value === "" ? undefined : target.value)}
      >
        <option value="">{t("extraction.notStated")}</option>
        {(words.choices.use ?? []).map((word) => (
          <option key={word} value={word}>
            {t(`extraction.median.${word}` as MessageKey)}
          </option>
        ))}
      </select>
      <Wrong place={place} />
    </div>
  );
}
