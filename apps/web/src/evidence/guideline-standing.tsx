import { useT } from "../messages/messages.tsx";
import { laterOf } from "./guideline-order.ts";
import type { Guideline } from "./shapes.ts";
import { useGuidelineName } from "./use-guideline-name.ts";

interface GuidelineStandingProps {
  readonly guideline: Guideline;
  readonly all: readonly Guideline[];
}

/** What has become of a guideline since its year. Where no text on file says so, that is said: it is never called current by a default. */
export function GuidelineStanding({ guideline, all }: GuidelineStandingProps) {
  const t = useT();
  const guidelineName = useGuidelineName();
  const { standing } = guideline;
  const by = all.find(({ id }) => id === standing?.by);
  const later = laterOf(guideline, all);
  if (standing !== undefined)
    return (
      <span className="note block font-normal">
        <strong className="badge badge-boxed tone-caution">{t(`evidence.standing.${standing.is}`)}</strong>{" "}
        <a href={`#${standing.by}`}>{by === undefined ? standing.by : guidelineName(by)}</a>
      </span>
    );
  if (guideline.kind !== "clinical" || guideline.year === undefined) return null; // a letter or a page of a payer has no editions
  return (
    <span className="note block font-normal">
      {later.length === 0
        ? t("evidence.standing.noLater")
        : t("evidence.standing.later", { names: later.map((one) => guidelineName(one)).join(", ") })}
    </span>
  );
}
