import { kaplanMeier, type SurvivalCurve } from "../survival/kaplan-meier.ts";
import { type LimitScale, type SurvivalLimits, survivalLimits } from "../survival/survival-limits.ts";
import { restrictedMean, survivalAt, survivalQuantile } from "../survival/survival-reading.ts";
import { unwrap } from "./meta.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { columnOf, datasetColumns, followUpByStratum, listOf } from "./survival-inputs.ts";

interface Fitted {
  readonly label: string;
  readonly curve: SurvivalCurve;
  readonly limits: SurvivalLimits;
  readonly scale: LimitScale;
}

/** Where follow-up has begun and nobody has had an event, the reference has limits on these scales only; ours are 1 on every scale. */
const LIMITS_AT_ONE: readonly LimitScale[] = ["log", "plain"];

const hasLimits = ({ curve, scale }: Fitted, survival: number, time: number): boolean =>
  survival < 1 || LIMITS_AT_ONE.includes(scale) || time < curve.time[0]!;

/** Op `km`: curve, limits, median, restricted mean and quantiles by stratum. */
export function km(question: GoldenQuestion): GoldenAnswer {
  if (!question.input) return delayedEntry(question);
  const scale = question.args.conf_type as LimitScale;
  const fits = followUpByStratum(question).map(({ label, rows }) => {
    const curve = unwrap(kaplanMeier(rows));
    return { label, curve, limits: survivalLimits(curve, scale), scale };
  });
  const medians = fits.map(({ curve, limits }) => survivalQuantile(curve, limits));
  return {
    strata: fits.map(({ label }) => label),
    n: fits.map(({ curve }) => curve.n),
    events: fits.map(({ curve }) => curve.totalEvents),
    median: medians.map(({ time }) => time ?? null),
    median_lb: medians.map(({ lower }) => lower ?? null),
    median_ub: medians.map(({ upper }) => upper ?? null),
    at_times: atTimes(fits, listOf<number>(question.args.times)),
    ...means(fits, Number(question.args.rmst_tau)),
    quantiles: quantiles(fits),
    curve: allCurves(fits),
  };
}

function atTimes(fits: readonly Fitted[], times: readonly number[]) {
  const rows = fits.flatMap((fit) =>
    survivalAt(fit.curve, fit.limits, times).map(({ lower, upper, ...row }) => ({
      label: fit.label,
      ...row,
      ...(hasLimits(fit, row.survival, row.time) && { lower, upper }),
    })),
  );
  const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key] ?? null);
  return {
    strata: column("label"),
    time: column("time"),
    surv: column("survival"),
    se_surv: column("se"),
    lower: column("lower"),
    upper: column("upper"),
    n_risk: column("atRisk"),
    cumhaz: column("cumulativeHazard"),
  };
}

function means(fits: readonly Fitted[], tau: number) {
  const list = fits.map(({ curve }) => unwrap(restrictedMean(curve, tau)));
  return { rmst: list.map(({ mean }) => mean), se_rmst: list.map(({ se }) => se), rmst_tau: tau };
}

function quantiles(fits: readonly Fitted[]) {
  const p = [0.25, 0.5, 0.75];
  const q = fits.map(({ curve, limits }) => p.map((share) => survivalQuantile(curve, limits, share).time ?? null));
  return { p, q: q.length === 1 ? q[0] : q };
}

function curveColumns(fit: Fitted) {
  const { curve, limits } = fit;
  const steps = Array.from(curve.time, (_, i) => i);
  const given = (column: Float64Array) =>
    steps.map((i) => (hasLimits(fit, curve.survival[i]!, curve.time[i]!) ? (column[i] ?? null) : null));
  return {
    time: Array.from(curve.time),
    n_risk: Array.from(curve.atRisk),
    n_event: Array.from(curve.events),
    n_censor: Array.from(curve.censored),
    surv: Array.from(curve.survival),
    se_cumhaz_scale: Array.from(curve.seLog),
    lower: given(limits.lower),
    upper: given(limits.upper),
  };
}

/** The curves of all strata, one after the other. */
function allCurves(fits: readonly Fitted[]) {
  const curves = fits.map(curveColumns);
  const joined = (key: keyof (typeof curves)[number]) => curves.flatMap((columns): readonly unknown[] => columns[key]);
  return Object.fromEntries(Object.keys(curves[0]!).map((key) => [key, joined(key as keyof (typeof curves)[number])]));
}

/** The case without input vectors: its data set has columns start, stop and event or status. */
function delayedEntry(question: GoldenQuestion): GoldenAnswer {
  const columns = datasetColumns(question, ["start", "stop"]);
  const status = columns.event ?? columns.status;
  const curve = unwrap(kaplanMeier({ time: columnOf(columns.stop), status: columnOf(status), entry: columnOf(columns.start) }));
  const { time, n_risk, n_event, surv, se_cumhaz_scale } = curveColumns({
    label: "all",
    curve,
    limits: survivalLimits(curve),
    scale: "log-log",
  });
  return { time, n_risk, n_event, surv, se_cumhaz_scale };
}
