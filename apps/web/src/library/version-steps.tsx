import type { LibraryPage, VersionLine } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { FoundCounts } from "../claims/found-counts.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { usePerson } from "../registry/person.ts";
import { StaleBadge } from "./stale-note.tsx";

/** The checks of a page down a line, the last first: when, by whom, what was found out of how many sentences, by which knowledge. */
export function VersionSteps({ page: { id, history, today } }: { readonly page: LibraryPage }) {
  return (
    <ol className="version-steps" reversed>
      {history.map((line, i) => (
        <Step key={line.version} id={id} line={line} isLast={i === 0} today={today} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly id: string;
  readonly line: VersionLine;
  readonly isLast: boolean;
  readonly today: LibraryPage["today"];
}

function Step({ id, line, isLast, today }: StepProps) {
  const t = useT();
  const { instant } = useDates();
  const person = usePerson();
  const { version, findings, sentences, suppressed, knowledge, savedAt, savedBy } = line;
  return (
    <li className="version-step">
      <h3 className="text-base">
        <Link to="/library/$id/versions/$version" params={{ id, version: String(version) }}>
          {t("library.version", { version })}
        </Link>{" "}
        <span className="note font-normal">{t("library.history.by", { time: instant(savedAt), by: person(savedBy) })}</span>
      </h3>
      <p className="text-sm">
        <FoundCounts findings={findings} sentences={sentences} />
        {suppressed === 0 ? null : <span className="text-muted"> {t("library.history.suppressed", { count: suppressed })}</span>}
      </p>
      <p className="note">
        {t("library.history.knowledge", { version: knowledge })} {isLast ? <StaleBadge line={line} today={today} /> : null}
      </p>
      {version === 1 ? null : (
        <p className="text-sm">
          <Link to="/compare" search={{ before: `${id}.${version - 1}`, after: `${id}.${version}` }}>
            {t("library.history.compare", { version: version - 1 })}
          </Link>
        </p>
      )}
    </li>
  );
}
