import type { Catalog } from "@calcar/catalog";
import { isEstablished } from "@calcar/vocabulary";
import type { Member } from "../members/miss.ts";
import { saidOf } from "../members/shown.ts";
import type { ChangeOutcome, ChangeQuestion } from "../questions/question-kinds.ts";
import { type CarriedOver, carriedOver } from "../scales/carried-over.ts";
import type { ChangeRow } from "../schema.ts";
import { designWords } from "../studies/design-words.ts";
import { riskOfBiasOf } from "../studies/risk-of-bias-of.ts";
import { studyLabel } from "../studies/study-label.ts";
import { howWorkedOut } from "../words/worked-out.ts";
import { productWords } from "./product-words.ts";
import { scaleWords } from "./scale-words.ts";
import { timeWords } from "./time-words.ts";

/** One outcome of one arm, before and after, as printed. */
export function changeRow(catalog: Catalog, question: ChangeQuestion, { study, row: outcome, beyond }: Member<ChangeOutcome>): ChangeRow {
  const { months } = outcome;
  const carried = carriedOver(catalog, question.admits.outcome, outcome.scale);
  const scale = carried ? shownScale(question, outcome.scale) : outcome.scale;
  const counted = countedOf(outcome);
  const carriedFrom = carried && `carried over from ${carried.did}`;
  const said = [study.remark, outcome.note, ...howWorkedOut([outcome]), counted.note, disagreement(outcome), carriedFrom].filter(
    (text) => text !== undefined,
  );
  const note = said.map((text) => text.replace(/\.$/, "")).join("; ");
  return {
    id: study.id,
    outcome: outcome.id,
    label: studyLabel(catalog, study),
    ...(study.year === undefined ? {} : { year: study.year }),
    design: designWords(study),
    product: productWords(study, outcome.arm),
    instrument: outcome.instrument ?? outcome.name,
    scale: scaleWords(scale),
    range: scale?.min === undefined || scale.max === undefined ? null : [scale.min, scale.max],
    higherIsBetter: scale?.higherIsBetter ?? null,
    n: counted.n,
    months: months ?? null,
    timepoint: timeWords(outcome),
    ...onShownScale(valuesOf(outcome), carried),
    verified: outcome.ground.verified,
    beyond: saidOf(beyond),
    riskOfBias: riskOfBiasOf(catalog, study, question.admits.outcome),
    ...(note === "" ? {} : { note }),
  };
}

/** How many were counted; a number that nobody has read in a source counts as unknown. */
function countedOf({ n, nVerified, followUp }: ChangeOutcome): { n: number | null; note?: string } {
  const counted = n ?? followUp?.n;
  if (counted === undefined) return { n: null };
  return nVerified === undefined || isEstablished(nVerified)
    ? { n: counted }
    : { n: null, note: `the number counted is ${nVerified} only and not shown` };
}

type Values = Pick<ChangeRow, "statistic" | "before" | "after" | "change" | "changeDerived">;

/** A median stays a median, and the difference of two medians is nobody's median change. */
function valuesOf(outcome: ChangeOutcome): Values {
  const { baseline, followUp, change, baselineMedian, followUpMedian } = outcome;
  const [before, after] = [baseline?.mean, followUp?.mean];
  if (before === undefined && after === undefined && (baselineMedian || followUpMedian))
    return {
      statistic: "median",
      before: baselineMedian?.median ?? null,
      after: followUpMedian?.median ?? null,
      change: null,
      changeDerived: false,
    };
  const derived = change === undefined && before !== undefined && after !== undefined;
  return {
    statistic: "mean",
    before: before ?? null,
    after: after ?? null,
    change: derived ? difference(after, before) : (change?.mean ?? null),
    changeDerived: derived,
  };
}

/** The scale that the question shows, on which a carried row now stands. */
function shownScale({ admits }: ChangeQuestion, printed: ChangeOutcome["scale"]): ChangeOutcome["scale"] {
  const [min, max] = admits.outcome.scale!.range;
  return { ...printed, min, max };
}

/** A change has no zero to shift. Two decimals more than any paper prints. */
function onShownScale(values: Values, carried: CarriedOver | undefined): Values {
  if (!carried) return values;
  const { factor, offset } = carried;
  const value = (printed: number | null, zero: number) => (printed === null ? null : Number((zero + factor * printed).toFixed(4)));
  return { ...values, before: value(values.before, offset), after: value(values.after, offset), change: value(values.change, 0) };
}

/** Two printed decimals subtracted as decimals: 3.3 - 4.5 is -1.2, not -1.2000000000000002. */
function difference(after: number, before: number): number {
  const decimals = (value: number) => String(value).split(".")[1]?.length ?? 0;
  return Number((after - before).toFixed(Math.max(decimals(after), decimals(before))));
}

/** A printed change that its own means contradict by more than rounding can. */
function disagreement({ baseline, followUp, change }: ChangeOutcome): string | undefined {
  if (!baseline || !followUp || !change) return undefined;
  const gap = Math.abs(followUp.mean - baseline.mean - change.mean);
  return gap > 0.15 ? "the printed change is not the difference of the printed means" : undefined;
}
