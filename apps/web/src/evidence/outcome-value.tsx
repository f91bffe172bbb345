import type { ReactNode } from "react";
import { useT } from "../messages/messages.tsx";
import { Change } from "./outcome-change.tsx";
import { Reported } from "./outcome-reported.tsx";
import type { Outcome } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

type Of<Type extends Outcome["type"]> = Extract<Outcome, { type: Type }>;

/** What an outcome says, as printed, with its denominator, spread and unit, or that they are not stated. */
export function OutcomeValue({ outcome }: { readonly outcome: Outcome }): ReactNode {
  switch (outcome.type) {
    case "events":
      return <Events outcome={outcome} />;
    case "change":
      return <Change outcome={outcome} />;
    case "value":
      return <Value outcome={outcome} />;
    case "reported":
      return <Reported outcome={outcome} />;
  }
}

function Events({ outcome: { events, total, unit } }: { readonly outcome: Of<"events"> }) {
  const t = useT();
  if (unit === "hips") return t("evidence.outcomes.ofHips", { events, total });
  return unit === undefined ? t("evidence.outcomes.ofUnknown", { events, total }) : t("evidence.outcomes.ofUnit", { events, total, unit });
}

function Value({ outcome }: { readonly outcome: Of<"value"> }) {
  const t = useT();
  const { plain, plainRange } = useNumbers();
  const { mean, unit, n, interval, bracket } = outcome;
  const parts = [
    useSpread(outcome),
    interval && t("evidence.outcomes.interval", { range: plainRange(interval) }),
    bracket && t("evidence.outcomes.bracket", { range: plainRange(bracket) }),
    n === undefined ? t("evidence.outcomes.nNotStated") : t("evidence.outcomes.n", { n }),
  ];
  return (
    <>
      {t("evidence.outcomes.mean", { value: unit === undefined ? plain(mean) : `${plain(mean)} ${unit}` })}
      <span className="note block">{parts.filter(Boolean).join("; ")}</span>
    </>
  );
}

/** How a printed spread is called. One that the paper does not name is never taken for an SD. */
function useSpread({ sd, dispersion, dispersionType }: Of<"value">): string {
  const t = useT();
  const { plain } = useNumbers();
  if (sd !== undefined) return t("evidence.outcomes.sd", { sd: plain(sd) });
  if (dispersion === undefined || dispersionType === "none") return t("evidence.outcomes.noSpread");
  if (dispersionType === "SE") return t("evidence.outcomes.se", { se: plain(dispersion) });
  return dispersionType === "SD"
    ? t("evidence.outcomes.sd", { sd: plain(dispersion) })
    : t("evidence.outcomes.unclearSpread", { spread: plain(dispersion) });
}
