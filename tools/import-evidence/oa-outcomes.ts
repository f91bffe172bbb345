import type { Outcome } from "@calcar/catalog";
import { eventOf, slug } from "./outcome-ids.ts";
import { given, type OaOutcome, type OaStudy, type RawMoment } from "./raw.ts";

type Draft = { key: string; outcome: Omit<Outcome, "id"> };

/** One outcome of an osteoarthritis study: counts, a change, a value, or what the paper says in its own measure. */
export function oaOutcome(study: OaStudy, raw: OaOutcome, idOf: (old: string) => string): Draft {
  const arm = study.arms.find(({ name }) => name === raw.arm)?.name;
  const { measured, note } = measure(raw);
  const months = monthsOf(raw.timepoint);
  const { min, max, higherIsBetter, assumed, unit } = raw.scale;
  const scale = prune({ min: given(min), max: given(max), higherIsBetter: given(higherIsBetter), assumed, note: raw.scale.note });
  const notes = [raw.note, note].filter(Boolean).join(" ");
  const placed = {
    name: raw.instrument,
    arm,
    group: arm === undefined ? raw.arm : undefined,
    months,
    timepoint: raw.timepoint === `${months} months` || raw.timepoint === "1 month" ? undefined : raw.timepoint,
    instrument: measured.type === "events" ? undefined : raw.instrument,
    domain: raw.domain,
    unit: measured.type === "events" ? raw.events?.unit : given(unit),
    scale: measured.type === "events" || Object.keys(scale).length === 0 ? undefined : scale,
    isBenefit: measured.type === "events" ? given(higherIsBetter) : undefined,
    p: given(raw.p),
    ground: { source: idOf(raw.sourceId), at: raw.where, verified: raw.verified },
    note: notes && measured.finding !== notes ? notes : undefined,
  };
  const when = months === undefined ? raw.timepoint.replace(/\(.*?\)/g, "") : months;
  return { key: slug([raw.instrument, when, raw.arm].join(" ")), outcome: prune({ ...placed, ...measured }) as Omit<Outcome, "id"> };
}

function monthsOf(timepoint: string): number | undefined {
  const plain = /^(?:final, )?(?:about |mean )?(\d+(?:\.\d+)?) months?(?: \(.*\))?$/.exec(timepoint);
  return plain ? Number(plain[1]) : undefined;
}

interface Measured {
  measured: Record<string, unknown> & { type: string; finding?: string };
  note?: string;
}

function measure(raw: OaOutcome): Measured {
  const { events, effect, baseline, followup, change } = raw;
  if (events && typeof events.n === "number") return counts(raw, events.events, events.n);
  if (events) return { measured: { type: "reported", measure: "events", value: events.events, n: given(raw.n) } };
  if (followup && !baseline && !change) return value(raw, followup);
  if (baseline || followup || change) return { measured: { type: "change", ...people(raw), ...moments(raw) } };
  if (effect) return reported(raw, effect);
  return { measured: { type: "reported", measure: "finding", n: given(raw.n), finding: raw.note ?? "No values in the text read." } };
}

function counts(raw: OaOutcome, events: number, total: number): Measured {
  const printed = raw.effect ? `the printed proportion ${String(raw.effect.value)}` : `the printed percentage, ${raw.where}`;
  const derivation = raw.events?.derived ? `count computed from ${printed}` : undefined;
  return { measured: { type: "events", event: eventOf(raw.instrument), events, total, derivation } };
}

const people = (raw: OaOutcome) => ({ n: given(raw.n), nVerified: raw.nVerified });

function value(raw: OaOutcome, { mean, sd, ciLow, ciHigh, seDerived, rangePrinted }: RawMoment): Measured {
  const spread = sd ?? seDerived;
  const dispersionType = typeof sd === "number" ? "SD" : seDerived === undefined ? "none" : "SE";
  return {
    measured: {
      type: "value",
      mean,
      sd: given(sd),
      dispersion: given(spread),
      dispersionType,
      interval: ciLow === undefined ? undefined : [ciLow, ciHigh],
      bracket: rangePrinted,
      n: given(raw.n),
      nVerified: raw.nVerified,
      derivation: seDerived === undefined ? undefined : "standard error computed from the printed interval",
    },
  };
}

function moments({ baseline, followup, change }: OaOutcome) {
  return {
    baseline: moment(baseline),
    followUp: moment(followup),
    change: moment(change),
    baselineMedian: median(baseline),
    followUpMedian: median(followup),
  };
}

const moment = (raw: RawMoment | null | undefined) =>
  raw && typeof raw.mean === "number"
    ? prune({ mean: raw.mean, sd: given(raw.sd), interval: raw.ciLow === undefined ? undefined : [raw.ciLow, raw.ciHigh] })
    : undefined;

const median = (raw: RawMoment | null | undefined) => (raw?.median === undefined ? undefined : prune({ median: raw.median, iqr: raw.iqr }));

function reported(raw: OaOutcome, effect: NonNullable<OaOutcome["effect"]>): Measured {
  const { type, value, ciLow, ciHigh, ...rest } = effect;
  return {
    measured: {
      type: "reported",
      measure: type,
      value,
      interval: typeof ciLow === "number" ? [ciLow, ciHigh] : undefined,
      n: given(raw.n),
      extra: Object.keys(rest).length > 0 ? rest : undefined,
    },
  };
}

export const prune = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
