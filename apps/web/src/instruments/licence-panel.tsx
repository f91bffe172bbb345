import { Callout } from "../design/callout.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Gate, Instrument, Sources } from "./shapes.ts";

interface LicencePanelProps {
  readonly licence: Instrument["licence"];
  readonly gate: Gate;
  readonly hasWording: boolean;
  readonly sources: Sources;
}

/** Under which terms an instrument may be used, and whether its wording is shown here and on whose word. */
export function LicencePanel({ licence, gate, hasWording, sources }: LicencePanelProps) {
  const t = useT();
  const localised = useLocalised();
  return (
    <section className="section-rule grid grid-cols-1 gap-4">
      <h2>{t("instruments.licence.title")}</h2>
      <div className="measure grid gap-1">
        <p className="font-medium">{t(`instruments.licence.${licence.status}`)}</p>
        <p>{localised(licence.terms)}</p>
        {licence.holder === undefined ? null : <p>{t("instruments.licence.holder", { holder: licence.holder })}</p>}
        {licence.attribution === undefined ? null : <p lang="en">{licence.attribution}</p>}
      </div>
      <div className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {licence.grounds.map((ground) => (
          <GroundNote key={`${ground.source} ${ground.at ?? ""}`} ground={ground} sources={sources} />
        ))}
      </div>
      <GateNote gate={gate} hasWording={hasWording} hasLabels={licence.wording !== "none"} />
    </section>
  );
}

interface GateNoteProps {
  readonly gate: Gate;
  readonly hasWording: boolean;
  readonly hasLabels: boolean;
  readonly isBrief?: boolean; // a closed gate in one line; an open one is always shown with its statement
}

/** The state of the licence gate. It stands wherever the items stand. */
export function GateNote({ gate: { open, why, statement }, hasWording, hasLabels, isBrief = false }: GateNoteProps) {
  const t = useT();
  if (open && statement !== undefined)
    return (
      <Callout tone="accent" title={t("instruments.gate.open")}>
        <p>{t("instruments.gate.openMeans", { ...statement })}</p>
        {hasWording ? null : <p>{t("instruments.gate.openNoWording")}</p>}
      </Callout>
    );
  if (isBrief) return <p className="note">{t(hasLabels ? "instruments.gate.closedLabels" : "instruments.gate.closed")}.</p>;
  return (
    <Callout tone="plain" title={t(hasLabels ? "instruments.gate.closedLabels" : "instruments.gate.closed")}>
      {why === "signed" ? null : <p>{t(`instruments.gate.${why}`)}</p>}
    </Callout>
  );
}
