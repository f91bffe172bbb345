import type { InstrumentPage } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { instrumentQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import { ConversionTables } from "./conversion-tables.tsx";
import { EMPTY, scoresOf } from "./entry.ts";
import { InstrumentAbout } from "./instrument-about.tsx";
import { InstrumentGrounds } from "./instrument-grounds.tsx";
import { LicencePanel } from "./licence-panel.tsx";
import { Results } from "./results.tsx";
import type { Change, Entry } from "./shapes.ts";
import { StandingPanel } from "./standing-panel.tsx";
import { TryIt } from "./try-it.tsx";
import { WorkedExamples } from "./worked-examples.tsx";

export function InstrumentPageView() {
  const t = useT();
  const localised = useLocalised();
  const { id } = useParams({ from: "/signed-in/reading/instruments/$id" });
  const page = useSuspenseQuery(instrumentQuery(id)).data;
  const { instrument, gate, wording, sources, knowledge } = page;
  const { name, shortName, version, about, licence, tables = [] } = instrument;
  return (
    <Page
      area="instruments"
      title={name}
      tabTitle={shortName}
      lead={localised(about)}
      kicker={<Kicker shortName={shortName} version={version} />}
    >
      <div className="grid grid-cols-1 gap-12">
        <div className="grid gap-6 empty:hidden">
          <StandingPanel instrument={instrument} sources={sources} />
        </div>
        <InstrumentAbout instrument={instrument} />
        <LicencePanel licence={licence} gate={gate} hasWording={wording !== null} sources={sources} />
        <Trial key={id} page={page} />
        <ConversionTables tables={tables} sources={sources} />
        <InstrumentGrounds instrument={instrument} sources={sources} />
        <p className="note break-words">{t("instruments.knowledge", { version: knowledge })}</p>
      </div>
    </Page>
  );
}

function Kicker({ shortName, version }: { readonly shortName: string; readonly version: string }) {
  const t = useT();
  return (
    <p className="flex flex-wrap gap-x-4">
      <Link to="/instruments" activeOptions={{ exact: true }} className="no-print">
        {t("instruments.back")}
      </Link>
      <span>
        <span lang="en">{shortName}</span> · {t("instruments.version", { version })}
      </span>
    </p>
  );
}

interface Tried {
  readonly entry: Entry;
  readonly filledWith: string | undefined;
}

/** The form, its scores and the examples that fill it. */
function Trial({ page }: { readonly page: InstrumentPage }) {
  const { instrument, sources } = page;
  const [{ entry, filledWith }, setTried] = useState<Tried>({ entry: EMPTY, filledWith: undefined });
  const scores = useMemo(() => scoresOf(instrument, entry), [instrument, entry]);
  const change: Change = useCallback((next) => setTried((now) => ({ entry: next(now.entry), filledWith: undefined })), []);
  const fill = useCallback((example: Entry, name: string): void => {
    setTried({ entry: example, filledWith: name });
    const form = document.getElementById("try");
    form?.focus({ preventScroll: true }); // the browser would bring the middle of a tall form into sight
    form?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <>
      <TryIt page={page} entry={entry} scores={scores} filledWith={filledWith} onEntry={change} />
      <Results instrument={instrument} scores={scores} sources={sources} />
      <WorkedExamples instrument={instrument} sources={sources} onUse={fill} />
    </>
  );
}
