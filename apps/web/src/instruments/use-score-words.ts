import type { Score } from "@calcar/instruments";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Instrument, Subscale } from "./shapes.ts";
import { useScoreNames } from "./use-score-names.ts";

/** The figure of a score as people are shown it: its decimals, and never beyond what its publication shows. */
export function useScoreFigure() {
  const { fixed } = useNumbers();
  return ({ decimals, shownAtMost }: Subscale, value: number): string =>
    fixed(shownAtMost === undefined ? value : Math.min(value, shownAtMost), decimals);
}

/** Why there is no score, in words a reader can act on. */
export function useRefusalWords(instrument: Instrument) {
  const t = useT();
  const namesOf = useScoreNames(instrument);
  const says = useUnconfirmedWords(instrument);
  return ({ refusal, answered, items }: Score, { missing }: Subscale): string | undefined => {
    if (refusal === null) return undefined;
    const lacking = refusal.missing ?? [];
    switch (refusal.code) {
      case "items-missing":
        if (answered === 0) return t("instruments.refusal.nothing", { items });
        return t("instruments.refusal.items-missing", { count: lacking.length, missing: lacking.join(", ") });
      case "too-few-answered": {
        if (answered === 0) return t("instruments.refusal.nothing", { items });
        const atLeast = missing?.kind === "mean-of-answered" ? missing.atLeast : items;
        return t("instruments.refusal.too-few-answered", { answered, items, atLeast, missing: lacking.join(", ") });
      }
      case "subscales-missing":
        return t("instruments.refusal.subscales-missing", { missing: namesOf(lacking) });
      case "form-not-stated":
        return t("instruments.refusal.form-not-stated");
      case "value-set-not-named":
        return t("instruments.refusal.value-set-not-named");
      case "unconfirmed":
        return t("instruments.refusal.unconfirmed", { says: says(lacking) });
      default:
        return t("instruments.refusal.other", { code: refusal.code });
    }
  };
}

/** What is not confirmed, by its ids. */
export function useUnconfirmedWords({ unconfirmed = [] }: Pick<Instrument, "unconfirmed">) {
  const localised = useLocalised();
  return (ids: readonly string[]): string =>
    unconfirmed.flatMap((entry) => (ids.includes(entry.id) ? [localised(entry.says)] : [])).join(" ");
}
