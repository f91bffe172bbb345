import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { studiesQuery } from "../api/queries.ts";
import { GradeBadge } from "../design/grade-badge.tsx";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { chosenStudies, type StudyFilter, type StudyLine } from "./study-filter.ts";
import { StudyFilterFields } from "./study-filter-fields.tsx";
import { useCounted } from "./use-counted.ts";

export function StudiesPage() {
  const t = useT();
  const { studies } = useSuspenseQuery(studiesQuery).data;
  const filter = useSearch({ from: "/signed-in/reading/evidence/studies" });
  const navigate = useNavigate({ from: "/evidence/studies" });
  const choose = (search: StudyFilter): Promise<void> => navigate({ search, replace: true, resetScroll: false });
  const [cleared, setCleared] = useState(0);
  const clear = async (): Promise<void> => {
    await choose({});
    setCleared(cleared + 1); // fields anew, empty as the address now is
  };
  const shown = chosenStudies(studies, filter);
  return (
    <Page area="evidence" title={t("evidence.studies.title")} lead={t("evidence.studies.lead")} kicker={<EvidenceNav />}>
      <div className="grid grid-cols-1 gap-6">
        <p className="no-print">
          <Link to="/evidence/extract">{t("evidence.studies.add")}</Link>
        </p>
        <StudyFilterFields key={cleared} filter={filter} onChoose={choose} />
        <div className="grid grid-cols-1 gap-2">
          <p aria-live="polite" className="font-medium">
            {t("evidence.studies.count", { shown: shown.length, total: studies.length })}
          </p>
          {shown.length === 0 ? (
            <p>
              {t("evidence.studies.none")}{" "}
              <button type="button" className="button-link" onClick={clear}>
                {t("evidence.studies.clear")}
              </button>
            </p>
          ) : (
            <div className="grid grid-cols-1 gap-10">
              <Group title={t("evidence.studies.ofHips")} studies={shown.filter(isAboutHips)} />
              <Group title={t("evidence.studies.ofOthers")} studies={shown.filter((study) => !isAboutHips(study))} />
            </div>
          )}
        </div>
      </div>
    </Page>
  );
}

const isAboutHips = ({ joint }: StudyLine): boolean => joint === "hip";

function Group({ title, studies }: { readonly title: string; readonly studies: readonly StudyLine[] }) {
  if (studies.length === 0) return null;
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-1">
      <h2>{title}</h2>
      <ul className="ledger [&>:first-child]:border-t-0">
        {studies.map((study) => (
          <Line key={study.id} study={study} />
        ))}
      </ul>
    </section>
  );
}

function Line({ study }: { readonly study: StudyLine }) {
  const t = useT();
  const counted = useCounted();
  const { id, title, year, designClass, joint, disease, pooling, verified } = study;
  return (
    <li className="grid gap-x-8 gap-y-1 text-sm md:grid-cols-[3rem_minmax(0,1fr)_14rem_12rem]">
      <span className="note">{year ?? t("evidence.yearNotStated")}</span>
      <Link to="/evidence/studies/$id" params={{ id }} className="text-base">
        {title}
      </Link>
      <span className="flex flex-wrap content-start gap-x-4 md:block">
        {t(`evidence.design.${designClass}`)}
        <span className="block text-muted">
          {joint === "none" ? t(`evidence.disease.${disease}`) : <DiseaseOf disease={disease} joint={joint} />}
        </span>
      </span>
      <span className="flex flex-wrap content-start gap-x-4 gap-y-0.5 md:grid md:justify-items-start">
        <span>{counted(study)}</span>
        <span className="text-muted">{t(`evidence.pooling.${pooling}`)}</span>
        <GradeBadge verified={verified} />
      </span>
    </li>
  );
}

function DiseaseOf({ disease, joint }: Pick<StudyLine, "disease" | "joint">) {
  const t = useT();
  const named = t(`evidence.disease.${disease}`);
  return disease === "cartilage-injury" || disease === "other" ? `${named}, ${t(`evidence.joint.${joint}`)}` : named;
}
