import { useEffect, useRef } from "react";
import { Callout } from "../design/callout.tsx";
import { useT } from "../messages/messages.tsx";
import { countsOf } from "./finding-filter.ts";
import { FoundCounts } from "./found-counts.tsx";
import type { DeskState } from "./use-desk.ts";

/** How many findings there are, how many there were, and what none would mean. */
export function DeskSummary({ desk, name }: { readonly desk: DeskState; readonly name: string | undefined }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { placed, checked, isChecking } = desk;
  const letStand = checked.report.files[0]?.suppressed.length ?? 0;
  return (
    <div className="grid gap-3">
      {name === undefined ? null : <p className="kicker break-all">{name}</p>}
      <h2 ref={heading} tabIndex={-1} className="desk-count">
        {t("claims.count", { count: placed.length })} <ChangeSince desk={desk} />
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <FoundCounts findings={countsOf(placed)} sentences={checked.sentences.length} />
        <span className="note" role="status">
          {isChecking ? t("claims.checking") : t("claims.checkedAgainst", { version: checked.report.knowledge })}
        </span>
      </p>
      {placed.length > 0 ? (
        <p className="note measure">{t("claims.means")}</p>
      ) : (
        <Callout tone="plain" title={t(letStand === 0 ? "claims.silence.title" : "claims.silence.letStand", { count: letStand })}>
          <p>{t("claims.silence.means")}</p>
        </Callout>
      )}
    </div>
  );
}

/** "3 fewer than the text you started with". */
function ChangeSince({ desk: { placed, before, isChanged } }: { readonly desk: DeskState }) {
  const t = useT();
  if (!isChanged) return null;
  const by = placed.length - before;
  const direction = by < 0 ? "fewer" : by > 0 ? "more" : "same";
  return <span className="font-normal">{t("claims.since", { direction, count: Math.abs(by) })}</span>;
}
