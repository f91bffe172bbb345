import { useState } from "react";
import { Callout } from "../design/callout.tsx";
import { useT } from "../messages/messages.tsx";
import { AskFirst } from "./ask-first.tsx";
import { RefusedList } from "./refused-list.tsx";
import type { ExtractionImport, ImportedEntry } from "./shapes.ts";
import { useForm } from "./writing-context.tsx";

/** What a file holds, counted; one of its entries fills the form. */
export function FileFound({ found: { formatName, unit, found, taken, onFile, made, entries, refused, missing } }: FoundProps) {
  const t = useT();
  const left = found - taken;
  const [at, setAt] = useState<At>();
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid gap-1" role="status">
        <p>
          <strong>{t("extraction.start.found", { format: formatName, taken, found, unit, made })}</strong>{" "}
          {left === 0 ? "" : t("extraction.start.left", { left, onFile })}
        </p>
        {missing.length === 0 ? null : <RefusedList problems={missing} />}
        {made > entries.length ? <p className="note">{t("extraction.start.listed", { listed: entries.length, made })}</p> : null}
      </div>
      {entries.length === 0 ? null : (
        <ol className="import-list">
          {entries.map((entry) => (
            <Entry
              key={entry.place}
              entry={entry}
              state={at?.place === entry.place ? at.state : "offered"}
              onState={(state) => setAt({ place: entry.place, state })}
            />
          ))}
        </ol>
      )}
      {refused.length === 0 ? null : (
        <details className="more">
          <summary className="text-accent">{t("extraction.start.refused", { left, found, listed: refused.length })}</summary>
          <RefusedList problems={refused.flatMap(({ problems }) => problems)} />
        </details>
      )}
    </div>
  );
}

interface FoundProps {
  readonly found: ExtractionImport;
}

type State = "offered" | "asked" | "taken";

/** One entry at a time is asked about, or has filled the form. */
interface At {
  readonly place: string;
  readonly state: State;
}

interface EntryProps {
  readonly entry: ImportedEntry;
  readonly state: State;
  readonly onState: (state: State) => void;
}

function Entry({ entry: { place, title, draft, open, notices }, state, onState }: EntryProps) {
  const t = useT();
  const { isEmpty, replace } = useForm();
  const take = (): void => {
    if (draft === null) return;
    replace(draft);
    onState("taken");
  };
  return (
    <li className="grid grid-cols-1 gap-2">
      <p className="wrap-anywhere">
        {title} <span className="note">{`${place}; ${t("extraction.start.holds", sizesOf(draft))}`}</span>
      </p>
      {state === "asked" ? (
        <AskFirst
          question={t("extraction.bar.replaceSure")}
          yes={t("extraction.bar.replace")}
          onYes={take}
          onNo={() => onState("offered")}
        />
      ) : (
        <p>
          <button
            type="button"
            className="button button-plain button-small"
            disabled={draft === null}
            aria-label={t("extraction.start.takeThis", { title })}
            onClick={isEmpty ? take : () => onState("asked")}
          >
            {t("extraction.start.take")}
          </button>
        </p>
      )}
      {draft === null ? <RefusedList problems={notices} /> : null}
      {state === "taken" ? (
        <Callout tone="accent" announce title={t("extraction.start.taken")}>
          <Told heading={t("extraction.start.open", { open: open.length })} problems={open} />
          <Told heading={t("extraction.start.notices", { notices: notices.length })} problems={notices} />
        </Callout>
      ) : null}
    </li>
  );
}

const sizesOf = (draft: ImportedEntry["draft"]) => ({ arms: draft?.arms?.length ?? 0, outcomes: draft?.outcomes?.length ?? 0 });

const Told = ({ heading, problems }: { readonly heading: string; readonly problems: ImportedEntry["open"] }) =>
  problems.length === 0 ? null : (
    <>
      <p>{heading}</p>
      <RefusedList problems={problems} />
    </>
  );
