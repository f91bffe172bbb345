import { useT } from "../messages/messages.tsx";
import { CountedAs } from "./counted-as.tsx";
import { NotStated } from "./not-stated.tsx";
import type { Outcome } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

type ChangeOutcome = Extract<Outcome, { type: "change" }>;
type Moment = NonNullable<ChangeOutcome["baseline"]>;
type Quantiles = NonNullable<ChangeOutcome["baselineMedian"]>;

/** One group before and after, as printed. A median stays a median, and a change that is not printed is not made up here. */
export function Change({ outcome }: { readonly outcome: ChangeOutcome }) {
  const t = useT();
  const { baseline, followUp, change, baselineMedian, followUpMedian, unit, n, nVerified } = outcome;
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <dt className="text-muted">{t("evidence.table.before")}</dt>
        <dd>
          <Level moment={baseline} quantiles={baselineMedian} unit={unit} />
        </dd>
        <dt className="text-muted">{t("evidence.table.after")}</dt>
        <dd>
          <Level moment={followUp} quantiles={followUpMedian} unit={unit} />
        </dd>
        <dt className="text-muted">{t("evidence.table.change")}</dt>
        <dd>
          <Level moment={change} quantiles={undefined} unit={unit} />
        </dd>
      </dl>
      <span className="note block">
        <CountedAs n={n ?? followUp?.n} verified={nVerified} />
      </span>
    </>
  );
}

interface LevelProps {
  readonly moment: Moment | undefined;
  readonly quantiles: Quantiles | undefined;
  readonly unit: string | undefined;
}

function Level({ moment, quantiles, unit }: LevelProps) {
  const t = useT();
  const { plain, plainRange } = useNumbers();
  const withUnit = (value: number): string => (unit === undefined ? plain(value) : `${plain(value)} ${unit}`);
  if (moment) {
    const { mean, sd, interval } = moment;
    const parts = [
      t("evidence.outcomes.mean", { value: withUnit(mean) }),
      sd === undefined ? undefined : t("evidence.outcomes.sd", { sd: plain(sd) }),
      interval && t("evidence.outcomes.interval", { range: plainRange(interval) }),
    ];
    return parts.filter(Boolean).join("; ");
  }
  if (!quantiles) return <NotStated />;
  const quartiles = quantiles.iqr && t("evidence.outcomes.quartiles", { range: plainRange(quantiles.iqr) });
  return [t("evidence.outcomes.median", { value: withUnit(quantiles.median) }), quartiles].filter(Boolean).join("; ");
}
