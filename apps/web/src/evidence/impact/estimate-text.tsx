import type { ImpactPage } from "@calcar/contract";
import { useT } from "../../messages/messages.tsx";
import { useNumbers } from "../use-numbers.ts";

type Estimate = NonNullable<ImpactPage["questions"][number]["with"]>;

const MEASURES = ["RR", "OR", "RD", "MD", "SMD"] as const;

/** The one number of an answer with whom it counts and how far it can be trusted. A change has no number, and says so. */
export function EstimateText({ estimate }: { readonly estimate: Estimate }) {
  const t = useT();
  const { k, n, certainty } = estimate;
  return (
    <>
      <NumberOf estimate={estimate} />
      <span className="note block">
        {n === null ? t("evidence.impact.studies", { k }) : t("evidence.impact.studiesOf", { k, n })}
        {certainty === null ? null : `; ${t("evidence.guidelines.certainty", { certainty: certainty.replace("-", " ") })}`}
      </span>
    </>
  );
}

function NumberOf({ estimate: { measure, estimate, ci } }: { readonly estimate: Estimate }) {
  const t = useT();
  const numbers = useNumbers();
  if (measure === "change") return <span className="text-muted">{t("evidence.impact.change")}</span>;
  if (estimate === null || ci === null) return <span className="text-muted">{t("evidence.impact.notPooled")}</span>;
  const known = MEASURES.find((one) => one === measure);
  const percent = (value: number) => numbers.percent(100 * value, 1);
  const text =
    known === undefined
      ? t("evidence.withInterval", { value: percent(estimate), low: percent(ci[0]), high: percent(ci[1]) })
      : numbers.estimate(known, estimate, [ci[0], ci[1]]);
  return (
    <span className="number block">
      {known ?? t("evidence.impact.proportion")} {text}
    </span>
  );
}
