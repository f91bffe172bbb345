import { Callout } from "../design/callout.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Instrument, Sources, Unconfirmed } from "./shapes.ts";
import { standingOf } from "./standing.ts";
import { useScoreNames } from "./use-score-names.ts";

interface StandingPanelProps {
  readonly instrument: Instrument;
  readonly sources: Sources;
}

/** What is not confirmed and what a person must still compare, before anything else is said of an instrument. */
export function StandingPanel({ instrument, sources }: StandingPanelProps) {
  const t = useT();
  const localised = useLocalised();
  const { unconfirmed = [], compare = [], forms = [], subscales } = instrument;
  const standing = standingOf({ unconfirmed, forms: forms.map(({ id }) => id), subscales, compare });
  return (
    <>
      {unconfirmed.length === 0 ? null : (
        <Callout
          tone={standing === "unconfirmed" ? "stop" : "caution"}
          title={t(standing === "unconfirmed" ? "instruments.unconfirmed.all" : "instruments.unconfirmed.part")}
        >
          {unconfirmed.map((entry) => (
            <Entry key={entry.id} entry={entry} instrument={instrument} sources={sources} />
          ))}
        </Callout>
      )}
      {compare.length === 0 ? null : (
        <Callout tone="plain" title={t("instruments.compare.title")}>
          <ul className="list-disc ps-5">
            {compare.map((what) => (
              <li key={what.en}>{localised(what)}</li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  );
}

function Entry({ entry, instrument, sources }: StandingPanelProps & { readonly entry: Unconfirmed }) {
  const t = useT();
  const localised = useLocalised();
  const bears = useBears(instrument);
  return (
    <div className="grid gap-1">
      <p>{localised(entry.says)}</p>
      <p>
        {bears(entry.bears)} {t("instruments.unconfirmed.until", { what: localised(entry.until) })}
      </p>
      <div className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
        {entry.grounds.map((ground) => (
          <GroundNote key={`${ground.source} ${ground.at ?? ""}`} ground={ground} sources={sources} />
        ))}
      </div>
    </div>
  );
}

/** On what something unconfirmed bears, in words. */
function useBears(instrument: Instrument) {
  const t = useT();
  const localised = useLocalised();
  const namesOf = useScoreNames(instrument);
  return (bears: Unconfirmed["bears"]): string => {
    switch (bears.on) {
      case "everything":
        return t("instruments.unconfirmed.bears.everything");
      case "table-row":
        return t("instruments.unconfirmed.bears.table-row", { raw: bears.raw, table: bears.table });
      case "forms": {
        const names = bears.forms.map((id) => instrument.forms?.find((form) => form.id === id)?.name).flatMap((name) => name ?? []);
        return t("instruments.unconfirmed.bears.forms", { names: names.map(localised).join("; ") });
      }
      default:
        return t(`instruments.unconfirmed.bears.${bears.on}`, { names: namesOf(bears.subscales) });
    }
  };
}
