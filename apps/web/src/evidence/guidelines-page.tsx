import { useSuspenseQuery } from "@tanstack/react-query";
import { guidelinesQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { Disagreements } from "./disagreements.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { newestFirst, rowsFor } from "./guideline-order.ts";
import { KnowledgeNote } from "./knowledge-note.tsx";
import { PositionList } from "./position-list.tsx";
import { PositionMatrix } from "./position-matrix.tsx";
import type { Guideline, Position } from "./shapes.ts";

const PARTS = [
  { id: "onfh", title: "evidence.guidelines.onfh", conditions: ["onfh"] },
  { id: "hip-oa", title: "evidence.guidelines.hip-oa", conditions: ["hip-oa"] },
  { id: "others", title: "evidence.guidelines.others", conditions: ["oa-any", "other"] },
] as const satisfies readonly { id: string; title: string; conditions: readonly Position["condition"][] }[];

export function GuidelinesPageView() {
  const t = useT();
  const { guidelines, disagreements, sources, knowledge } = useSuspenseQuery(guidelinesQuery).data;
  return (
    <Page area="evidence" title={t("evidence.guidelines.title")} lead={t("evidence.guidelines.lead")} kicker={<EvidenceNav />}>
      <div className="grid grid-cols-1 gap-12">
        <Contents />
        {PARTS.map((part) => (
          <Part key={part.id} part={part} guidelines={guidelines} />
        ))}
        <Disagreements disagreements={disagreements} guidelines={guidelines} sources={sources} />
        <PositionList guidelines={newestFirst(guidelines)} sources={sources} />
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}

function Contents() {
  const t = useT();
  return (
    <div className="grid gap-3">
      <nav aria-label={t("evidence.guidelines.contents")} className="no-print">
        <ul className="flex flex-wrap gap-x-6">
          {PARTS.map(({ id, title }) => (
            <li key={id} className="py-1">
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
          <li className="py-1">
            <a href="#disagreements">{t("evidence.guidelines.disagree")}</a>
          </li>
          <li className="py-1">
            <a href="#positions">{t("evidence.guidelines.each")}</a>
          </li>
        </ul>
      </nav>
      <p className="note measure">{t("evidence.guidelines.read")}</p>
    </div>
  );
}

function Part({
  part: { id, title, conditions },
  guidelines,
}: {
  readonly part: (typeof PARTS)[number];
  readonly guidelines: readonly Guideline[];
}) {
  const t = useT();
  const named = id === "others";
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3" id={id}>
      <h2>{t(title)}</h2>
      {named ? <p className="measure">{t("evidence.guidelines.othersExplain")}</p> : null}
      <PositionMatrix caption={t(title)} rows={rowsFor(guidelines, conditions)} all={guidelines} named={named} />
    </section>
  );
}
