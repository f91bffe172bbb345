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
    t("evidenceLine.interval", { estimate: two(estimate), low: two(low), high: two(high) });
  const counted = ({ k, n }: { k: number; n?: number | null | undefined }, kind: QuestionAnswer["kind"]): string =>
    n === undefined || n === null
      ? t("evidenceLine.studiesOnly", { k })
      : t(kind === "effect" ? "evidenceLine.hips" : "evidenceLine.people", { k, n });
  const measure = (code: Pooled["measure"]): string => t(`measure.${code}`);
  return {
    two,
    ratio,
    counted,
    measure,
    certainty: (level: Line["certainty"]): string => (level === undefined ? t("evidenceLine.notJudged") : t(`certainty.${level}`)),
    line: (line: Line): string => {
      if (line.kind === "nothing-direct") return t("evidenceLine.nothing");
      if (line.kind === "proportion") return `${t("evidenceLine.proportionOnly")} ${counted(line, "proportion")}.`;
      if (line.kind === "change" || line.estimate === undefined || line.ci === undefined)
        return `${t("evidenceLine.changeOnly")} ${counted(line, "change")}.`;
      const { estimate, ci } = line;
      const known = (["RR", "OR", "RD", "MD", "SMD"] as const).find((code) => code === line.measure);
      const name = known === undefined ? "" : measure(known);
      return t("evidenceLine.effectLine", { measure: name, ratio: ratio(estimate, ci), counted: counted(line, "effect") });
    },
  };
}
