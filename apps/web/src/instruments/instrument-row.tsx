import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { InstrumentLine } from "./shapes.ts";
import { standingOf } from "./standing.ts";
import { StandingBadge } from "./standing-badge.tsx";

/** One instrument of the list: what it is on the left, and what one has to know before using it on the right. */
export function InstrumentRow({ instrument }: { readonly instrument: InstrumentLine }) {
  const t = useT();
  const localised = useLocalised();
  const { id, name, shortName, version, about } = instrument;
  return (
    <li className="grid gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,1fr)_34rem]">
      <div className="grid content-start gap-1">
        <h3>
          <Link to="/instruments/$id" params={{ id }} lang="en">
            {name}
          </Link>
        </h3>
        <p className="note">
          {shortName === name ? null : <span lang="en">{shortName} · </span>}
          {t("instruments.version", { version })}
        </p>
        <p className="measure text-sm">{localised(about)}</p>
        <Holds instrument={instrument} />
      </div>
      <dl className="grid content-start gap-x-8 gap-y-3 text-sm sm:grid-cols-[minmax(0,20rem)_minmax(0,12rem)]">
        <Term term={t("instruments.column.standing")}>
          <Verification instrument={instrument} />
        </Term>
        <Term term={t("instruments.column.licence")}>
          <LicenceInBrief instrument={instrument} />
        </Term>
      </dl>
    </li>
  );
}

function Term({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Verification({ instrument }: { readonly instrument: InstrumentLine }) {
  const t = useT();
  const localised = useLocalised();
  const { unconfirmed, compare = [], stillValidOn } = instrument;
  return (
    <div className="grid justify-items-start gap-1">
      <StandingBadge standing={standingOf(instrument)} />
      {unconfirmed.map(({ id, says }) => (
        <p key={id}>{localised(says)}</p>
      ))}
      {compare.map((what) => (
        <p key={what.en} className="note">
          {t("instruments.standing.compare", { what: localised(what) })}
        </p>
      ))}
      <p className="note">{t("instruments.standing.checked", { date: stillValidOn })}</p>
    </div>
  );
}

function LicenceInBrief({ instrument: { licence, gate } }: { readonly instrument: InstrumentLine }) {
  const t = useT();
  const shown = gate.open ? "open" : licence.wording === "none" ? "closed" : "labels";
  return (
    <>
      {t(`instruments.licence.${licence.status}`)}
      <span className="block text-muted">{t(`instruments.gate.short.${shown}`)}</span>
      {gate.attribution === undefined ? null : (
        <span className="note block" lang="en">
          {gate.attribution}
        </span>
      )}
    </>
  );
}

function Holds({ instrument: { items, subscales, forms, thresholds } }: { readonly instrument: InstrumentLine }) {
  const t = useT();
  const localised = useLocalised();
  const names = subscales.map(({ name }) => localised(name)).join("; ");
  const counts = [
    t("instruments.items", { count: items }),
    ...(forms.length === 0 ? [] : [t("instruments.forms", { count: forms.length })]),
    t("instruments.thresholds", { count: thresholds }),
  ];
  return (
    <p className="note measure">
      <span className="text-ink">{counts.join(" · ")}</span>
      <span className="block">{t("instruments.scores", { count: subscales.length, names })}</span>
    </p>
  );
}
