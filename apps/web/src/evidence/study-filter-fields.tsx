import { useId, useState } from "react";
import { useT } from "../messages/messages.tsx";
import { DISEASES, JOINTS, POOLINGS, readStudyFilter, type StudyFilter } from "./study-filter.ts";

interface StudyFilterFieldsProps {
  readonly filter: StudyFilter;
  readonly onChoose: (filter: StudyFilter) => void;
}

/** What to show of the studies; the address keeps it, so that a list can be sent to somebody. */
export function StudyFilterFields({ filter, onChoose }: StudyFilterFieldsProps) {
  const t = useT();
  const id = useId();
  const [words, setWords] = useState(filter.words ?? ""); // the address follows a moment later
  const set = (part: Record<string, unknown>): void => onChoose(readStudyFilter({ ...filter, ...part }));
  return (
    <search aria-label={t("evidence.studies.filter")} className="no-print grid gap-x-6 gap-y-3 grid-cols-2 lg:grid-cols-4">
      <Choice
        label={t("evidence.studies.joint")}
        options={JOINTS.map((code) => ({ key: code, label: t(`evidence.joint.${code}`) }))}
        chosen={filter.joint}
        onChoose={(joint) => set({ joint })}
      />
      <Choice
        label={t("evidence.studies.disease")}
        options={DISEASES.map((code) => ({ key: code, label: t(`evidence.disease.${code}`) }))}
        chosen={filter.disease}
        onChoose={(disease) => set({ disease })}
      />
      <Choice
        label={t("evidence.studies.pooling")}
        options={POOLINGS.map((code) => ({ key: code, label: t(`evidence.pooling.${code}`) }))}
        chosen={filter.pooling}
        onChoose={(pooling) => set({ pooling })}
      />
      <div className="grid content-start gap-1">
        <label className="field-label text-sm" htmlFor={id}>
          {t("evidence.studies.words")}
        </label>
        <input
          className="input w-full"
          id={id}
          type="search"
          autoComplete="off"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            set({ words: event.target.value });
          }}
        />
      </div>
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  const t = useT();
  const id = useId();
  return (
    <div className="grid content-start gap-1">
      <label className="field-label text-sm" htmlFor={id}>
        {label}
      </label>
      <select className="input w-full" id={id} value={chosen ?? ""} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t("evidence.studies.any")}</option>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
