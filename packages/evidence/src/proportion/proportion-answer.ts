import type { Catalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";
import { type Pooled as PooledEffect, pool, proportionEffects, proportionInterval } from "@calcar/statistics";
import { ok, type Result } from "@calcar/vocabulary";
import { proportionCertainty } from "../certainty/proportion-certainty.ts";
import { productWords } from "../change/product-words.ts";
import { timeWords } from "../change/time-words.ts";
import type { Member } from "../members/miss.ts";
import { proportionMembers } from "../members/question-members.ts";
import { saidOf, shownMembership } from "../members/shown.ts";
import { noStudy } from "../nothing/no-study.ts";
import type { Choice } from "../questions/choice.ts";
import { chosenMembers, leftOut, studyOf } from "../questions/chosen-rows.ts";
import type { EventsOutcome, ProportionQuestion } from "../questions/question-kinds.ts";
import { asked, told } from "../questions/wording.ts";
import type { NothingDirect, ProportionAnswer, ProportionRow } from "../schema.ts";
import { designWords } from "../studies/design-words.ts";
import { riskOfBiasOf } from "../studies/risk-of-bias-of.ts";
import { studyLabel } from "../studies/study-label.ts";
import { howWorkedOut, workedOutWarnings } from "../words/worked-out.ts";
import { proportionWarnings } from "./proportion-warnings.ts";

type Found = Member<EventsOutcome>;
const HALF = 0.5;

/**
 * How many had an event, series by series, and pooled on the logit scale where that means anything.
 *
 * @refuses as chosenMembers; as statistics' pool
 */
export function proportionAnswer(catalog: Catalog, question: ProportionQuestion, choice: Choice): Result<ProportionAnswer | NothingDirect> {
  const found = proportionMembers(catalog, question, choice.widen);
  if (found.members.length === 0 && choice.without.length === 0) return ok(noStudy(catalog, question, found, choice.widen));
  const chosen = chosenMembers(found.members, choice.without);
  if (!chosen.ok) return chosen;
  const notPooled = whyNotPooled(chosen.value);
  const pooled = notPooled === null ? pooledLogits(chosen.value, choice) : ok(null);
  if (!pooled.ok) return pooled;
  const studies = chosen.value.map((member, i) => rowOf(catalog, question, member, pooled.value?.weights[i] ?? null));
  const without = leftOut(found.members, choice.without);
  const drawn = {
    ...asked(question),
    kind: "proportion" as const,
    k: studies.length,
    n: studies.reduce((sum, { total }) => sum + total, 0),
    pooled: pooled.value && shown(pooled.value),
    notPooled,
    tau2Method: choice.tau2,
    ciMethod: choice.ci,
    ...shownMembership(catalog, found, choice.widen),
    without,
    studies,
    ...told(catalog, question),
  };
  const certainty = proportionCertainty(question, drawn);
  const labels = without.map((id) => studyLabel(catalog, studyOf(catalog, id)));
  const sources = chosen.value.map(({ study, row }) => ({ study, outcomes: [row] }));
  const workedOut = workedOutWarnings(sources, (id) => studyLabel(catalog, studyOf(catalog, id)));
  return ok({ ...drawn, certainty, warnings: proportionWarnings(question, drawn, { certainty, without: labels, workedOut }) });
}

/** One series is no pool, and where nobody had the event a pooled proportion would be made of the halves added to zero. */
function whyNotPooled(members: readonly Found[]): string | null {
  if (members.length < 2) return "One series: nothing is pooled.";
  if (members.every(({ row }) => row.events === 0))
    return "Nobody had the event in any series: a pooled proportion would rest on the correction for zero alone. Read the upper bounds.";
  if (new Set(members.map(({ row, study }) => unitOf(row, study))).size > 1)
    return "Some series count hips and others patients: their proportions are not the same thing and are not pooled.";
  return null;
}

function pooledLogits(members: readonly Found[], { tau2, ci }: Choice): Result<PooledEffect> {
  const effects = proportionEffects(
    "PLO",
    members.map(({ row }) => ({ xi: row.events, ni: row.total })),
    { add: HALF, to: "only0" },
  );
  if (!effects.ok) return effects;
  return pool({
    yi: effects.value.map((effect) => effect?.yi),
    vi: effects.value.map((effect) => effect?.vi),
    tau2: tau2 === "FE" ? "EE" : tau2,
    ci,
  });
}

const inverseLogit = (logit: number): number => 1 / (1 + Math.exp(-logit));

const shown = ({ estimate, ci, pi, tau2, i2 }: PooledEffect): NonNullable<ProportionAnswer["pooled"]> => ({
  estimate: inverseLogit(estimate),
  ci: [inverseLogit(ci[0]), inverseLogit(ci[1])],
  pi: pi ? [inverseLogit(pi[0]), inverseLogit(pi[1])] : null,
  tau2,
  i2: i2 ?? 0,
});

/** What was counted: as the row says, or as its total tells from the numbers of the study. */
function unitOf({ unit, total }: EventsOutcome, { hips, patients, joint }: Study): string {
  if (unit === "hips" || unit === "patients") return unit;
  if (hips !== patients && total === hips) return "hips";
  if (hips !== patients && total === patients) return "patients";
  return joint === "hip" ? "patients or hips" : "patients or joints";
}

/** Wilson's score interval: it has a sensible length where nobody or everybody had the event. */
function wilson({ events, total }: EventsOutcome): [number, number] {
  const interval = proportionInterval(events, total, "wilson");
  if (!interval.ok) throw new Error(`${events} of ${total} is no proportion: ${interval.refusal.code}`);
  return [...interval.value.ci];
}

function rowOf(catalog: Catalog, question: ProportionQuestion, { study, row, beyond }: Found, weight: number | null): ProportionRow {
  const said = [study.remark, row.note, ...howWorkedOut([row])].filter((text) => text !== undefined).map((text) => text.replace(/\.$/, ""));
  return {
    id: study.id,
    label: studyLabel(catalog, study),
    ...(study.year === undefined ? {} : { year: study.year }),
    design: designWords(study),
    product: productWords(study, row.arm),
    of: unitOf(row, study),
    months: row.months ?? null,
    timepoint: timeWords(row),
    events: row.events,
    total: row.total,
    estimate: row.events / row.total,
    ci: wilson(row),
    weight,
    verified: row.ground.verified,
    beyond: saidOf(beyond),
    riskOfBias: riskOfBiasOf(catalog, study, question.admits.outcome),
    ...(said.length === 0 ? {} : { note: said.join("; ") }),
  };
}
