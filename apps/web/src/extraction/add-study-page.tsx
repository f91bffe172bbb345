import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Refused } from "../api/call.ts";
import { Callout } from "../design/callout.tsx";
import { Page } from "../design/page.tsx";
import { EvidenceNav } from "../evidence/evidence-nav.tsx";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { ArmsPart } from "./arms-part.tsx";
import { DraftBar } from "./draft-bar.tsx";
import { wordsQuery } from "./extraction-queries.ts";
import { FilePart } from "./file-part.tsx";
import { PARTS, type Part } from "./form-parts.ts";
import { HarmsPart } from "./harms-part.tsx";
import { OutcomesPart } from "./outcomes-part.tsx";
import { PaperPart } from "./paper-part.tsx";
import { PartNav } from "./part-nav.tsx";
import { StudyPart } from "./study-part.tsx";
import { useDraft } from "./use-draft.ts";
import { FormProvider } from "./writing-context.tsx";
import "../design/extraction.css";

const DRAWN: Readonly<Record<Part, () => React.ReactNode>> = {
  paper: PaperPart,
  study: StudyPart,
  arms: ArmsPart,
  outcomes: OutcomesPart,
  harms: HarmsPart,
  file: FilePart,
};

/** From a paper to a study file: what it prints, where, how it was got; checked as it is typed; taken away as a file. */
export function AddStudyPage() {
  const t = useT();
  const { part = "paper" } = useSearch({ from: "/signed-in/reading/evidence/extract" });
  const words = useSuspenseQuery(wordsQuery).data;
  const writing = useDraft();
  const Drawn = DRAWN[part];
  return (
    <Page
      area="extraction"
      title={t("extraction.page.title")}
      lead={t("extraction.page.lead")}
      kicker={
        <EvidenceNav>
          <Link to="/evidence/extract/compare">{t("extraction.page.compare")}</Link>
        </EvidenceNav>
      }
    >
      <FormProvider writing={writing} words={words}>
        <div className="grid grid-cols-1 gap-8">
          <DraftBar />
          <PartNav current={part} />
          <CheckFailed failure={writing.failure} />
          <section aria-labelledby="part-title" className="grid grid-cols-1 gap-5">
            <div className="grid gap-1">
              <h2 id="part-title">{t(`extraction.part.${part}` as MessageKey)}</h2>
              <p className="note measure">{t(`extraction.part.${part}Means` as MessageKey)}</p>
            </div>
            <Drawn />
          </section>
          <Onwards part={part} />
        </div>
      </FormProvider>
    </Page>
  );
}

/** The part before and the part after. */
function Onwards({ part }: { readonly part: Part }) {
  const t = useT();
  const at = PARTS.indexOf(part);
  const ways = [
    { to: PARTS[at - 1], label: "extraction.back" },
    { to: PARTS[at + 1], label: "extraction.next" },
  ] as const;
  return (
    <p className="flex flex-wrap gap-3">
      {ways.map(({ to, label }) =>
        to === undefined ? null : (
          <Link
            key={label}
            to="/evidence/extract"
            search={{ part: to }}
            className={label === "extraction.next" ? "button" : "button button-plain"}
          >
            {t(label, { part: t(`extraction.part.${to}` as MessageKey) })}
          </Link>
        ),
      )}
    </p>
  );
}

function CheckFailed({ failure }: { readonly failure: Error | null }) {
  const t = useT();
  if (failure === null) return null;
  const problems = failure instanceof Refused ? (failure.refusal.problems ?? []) : [];
  return (
    <Callout tone="stop" announce title={t("extraction.failed")}>
      <ul className="list-disc ps-5">
        {problems.map(({ place, problem, expected }) => (
          <li key={`${place} ${problem}`}>{`${place.replace(/^body\.draft\.?/, "")}: ${problem}; ${expected}`}</li>
        ))}
      </ul>
    </Callout>
  );
}
