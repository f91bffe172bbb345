import type { Pooled, QuestionAnswer, Recommendation } from "@calcar/contract";
import { useIntl } from "react-intl";
import { useT } from "../messages/messages.tsx";

type Line = Recommendation["evidence"][number];

/** Results in words: every number with its interval, its studies and whom it counts. */
export function useEvidenceWords() {
  const t = useT();
  const intl = useIntl();
  const two = (value: number): string => intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const ratio = (estimate: number, [low, high]: readonly [number, number]): string =>
    t("evidence.interval", { estimate: two(estimate), low: two(low), high: two(high) });
  const p = (value: number): string =>
    value < 0.001 ? t("evidence.pSmall") : t("evidence.p", { p: intl.formatNumber(value, { maximumSignificantDigits: 2 }) });
  const counted = ({ k, n }: { k: number; n?: number | null | undefined }, kind: QuestionAnswer["kind"]): string =>
    n === undefined || n === null ? t("evidence.studiesOnly", { k }) : t(kind === "effect" ? "evidence.hips" : "evidence.people", { k, n });
  const measure = (code: Pooled["measure"]): string => t(`measure.${code}`);
  return {
    two,
    ratio,
    p,
    counted,
    measure,
    certainty: (level: Line["certainty"]): string => t(`certainty.${level}`),
    line: (line: Line): string => {
      if (line.kind === "change" || line.estimate === undefined || line.ci === undefined)
        return `${t("evidence.changeOnly")} ${counted(line, "change")}.`;
      const { estimate, ci } = line;
      const name = line.measure === "RR" || line.measure === "OR" || line.measure === "RD" ? measure(line.measure) : "";
      return t("evidence.effectLine", { measure: name, ratio: ratio(estimate, ci), counted: counted(line, "effect") });
    },
  };
}
