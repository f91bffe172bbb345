import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call, Refused } from "../api/call.ts";
import { Callout } from "../design/callout.tsx";
import { Page } from "../design/page.tsx";
import { EvidenceNav } from "../evidence/evidence-nav.tsx";
import { useT } from "../messages/messages.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { readDraft, storedDraft } from "./draft-store.ts";
import { FileButton, JSON_DRAFTS } from "./file-button.tsx";
import { pruned } from "./place.ts";
import type { Draft, ExtractionComparison } from "./shapes.ts";
import "../design/extraction.css";

interface Reading {
  readonly name: string;
  readonly draft: Draft;
}

interface Readings {
  readonly first: Reading;
  readonly second: Reading;
}

const SIDES = ["first", "second"] as const;

/** Two people's readings of one paper, held against each other. People decide; the page writes down who and why. */
export function CompareReadingsPage() {
  const t = useT();
  const [readings, setReadings] = useState<Partial<Readings>>({});
  const { first, second } = readings;
  return (
    <Page
      area="extraction"
      title={t("extraction.compare.title")}
      lead={t("extraction.compare.lead")}
      kicker={
        <EvidenceNav>
          <Link to="/evidence/extract">{t("extraction.compare.back")}</Link>
        </EvidenceNav>
      }
    >
      <div className="grid grid-cols-1 gap-8">
        <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
          {SIDES.map((side) => (
            <ReadingChoice
              key={side}
              side={side}
              reading={readings[side]}
              onReading={(reading) => setReadings({ ...readings, [side]: reading })}
            />
          ))}
        </div>
        {first && second ? <Compared key={JSON.stringify([first, second])} first={first} second={second} /> : null}
      </div>
    </Page>
  );
}

interface ReadingChoiceProps {
  readonly side: (typeof SIDES)[number];
  readonly reading: Reading | undefined;
  readonly onReading: (reading: Reading) => void;
}

function ReadingChoice({ side, reading, onReading }: ReadingChoiceProps) {
  const t = useT();
  const [isNone, setNone] = useState(false);
  const take = async (file: File): Promise<void> => {
    const draft = readDraft(await file.text());
    setNone(draft === undefined);
    if (draft !== undefined) onReading({ name: file.name, draft });
  };
  return (
    <section className="section-rule grid content-start gap-3" aria-labelledby={`reading-${side}`}>
      <h2 id={`reading-${side}`}>{t(`extraction.compare.${side}`)}</h2>
      <p className="break-all">{reading?.name ?? t("extraction.compare.none")}</p>
      <p className="flex flex-wrap items-center gap-3">
        <FileButton accept={JSON_DRAFTS} onFile={take}>
          {t("extraction.compare.load", { side: t(`extraction.compare.${side}`) })}
        </FileButton>
        <button
          type="button"
          className="button-link text-sm"
          onClick={() => onReading({ name: t("extraction.compare.mine"), draft: pruned(storedDraft()) })}
        >
          {t("extraction.compare.take")}
        </button>
      </p>
      <p className="field-error" aria-live="polite">
        {isNone ? t("extraction.bar.noDraft") : ""}
      </p>
    </section>
  );
}

function Compared({ first, second }: Readings) {
  const t = useT();
  const { data, error, isIdle, mutate } = useMutation({
    mutationFn: () =>
      call<ExtractionComparison>("/api/extraction/compare", { method: "POST", body: { first: first.draft, second: second.draft } }),
  });
  if (isIdle) mutate();
  if (error !== null) {
    const problems = error instanceof Refused ? (error.refusal.problems ?? []) : [];
    return (
      <Callout tone="stop" announce title={t("extraction.compare.refused")}>
        <p>{error.message}</p>
        <ul className="list-disc ps-5">
          {problems.map(({ place, problem, expected }) => (
            <li key={`${place} ${problem}`}>{`${place}: ${problem}; ${expected}`}</li>
          ))}
        </ul>
      </Callout>
    );
  }
  return data === undefined ? null : <DifferenceTable first={first} second={second} comparison={data.comparison} />;
}
