import { useId } from "react";
import { ChoiceField, type Option } from "../design/choice-field.tsx";
import { useT } from "../messages/messages.tsx";
import { CI, figureOf, isChosen, type PoolSearch, readPoolSearch, TAU2 } from "./pool-search.ts";

interface PoolControlsProps {
  readonly choice: PoolSearch;
  readonly onChoose: (choice: PoolSearch) => void;
}

/** How the studies are put together, with the reason for each default said beside it. Absent from the address means the default. */
export function PoolControls({ choice, onChoose }: PoolControlsProps) {
  const t = useT();
  const { tau2 = "REML", ci = "z" } = choice;
  return (
    <section className="section-rule no-print grid grid-cols-1 gap-4">
      <h2>{t("evidence.pool.title")}</h2>
      <p className="measure">{t("evidence.pool.explain")}</p>
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-10">
        <Method
          label={t("evidence.pool.tau2")}
          means={t(`evidence.tau2.${tau2}.means`)}
          first={tau2 === "REML" ? undefined : t("evidence.tau2.first")}
          options={TAU2.map((code) => ({ key: code, label: t(`evidence.tau2.${code}`) }))}
          chosen={tau2}
          onChoose={(key) => onChoose(readPoolSearch({ ...choice, tau2: key }))}
        />
        <Method
          label={t("evidence.pool.ci")}
          means={t(`evidence.ci.${ci}.means`)}
          first={ci === "z" ? undefined : t("evidence.ci.first")}
          options={CI.map((code) => ({ key: code, label: t(`evidence.ci.${code}`) }))}
          chosen={ci}
          onChoose={(key) => onChoose(readPoolSearch({ ...choice, ci: key }))}
        />
      </div>
      {isChosen(choice) ? (
        <button type="button" className="button button-plain button-small justify-self-start" onClick={() => onChoose(figureOf(choice))}>
          {t("evidence.pool.back")}
        </button>
      ) : null}
    </section>
  );
}

interface MethodProps {
  readonly label: string;
  readonly means: string;
  readonly first: string | undefined; // why another is shown first, where the reader took this one
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChoose: (key: string | undefined) => void;
}

function Method({ label, means, first, options, chosen, onChoose }: MethodProps) {
  const id = useId();
  return (
    <div className="grid content-start gap-2">
      <p className="field-label" id={id}>
        {label}
      </p>
      <ChoiceField labelledBy={id} describedBy={`${id}-means`} options={options} chosen={chosen} onChoose={onChoose} />
      <p className="field-hint measure" id={`${id}-means`} aria-live="polite">
        {means} {first}
      </p>
    </div>
  );
}
