import type { Catalog } from "@calcar/catalog";
import { effectInterval, type WithoutOne } from "@calcar/statistics";
import { ok, type Result, VERIFIED, type Verified } from "@calcar/vocabulary";
import { certaintyOf } from "../questions/certainty.ts";
import type { Choice } from "../questions/choice.ts";
import { leftOut, studyOf } from "../questions/chosen-rows.ts";
import type { EffectQuestion, EventsOutcome } from "../questions/question-kinds.ts";
import type { Pooled, PooledStudy } from "../schema.ts";
import { designWords } from "../studies/design-words.ts";
import { studyLabel } from "../studies/study-label.ts";
import { countedRows } from "./counted-row.ts";
import { effectWarnings, type Numbers } from "./effect-warnings.ts";
import { type NaturalScale, naturalScale } from "./natural-scale.ts";
import { smallStudyOf } from "./small-study.ts";
import { type Synthesis, synthesise, type WeighedRow } from "./synthesis.ts";

/**
 * The pooled effect of a controlled question, with its working.
 *
 * @returns estimates and intervals on the natural scale; `se`, `yi`, `vi` and `tau2` on the scale of analysis
 * @refuses as countedRows and synthesise
 */
export function poolQuestion(catalog: Catalog, question: EffectQuestion, choice: Choice): Result<Pooled> {
  const rows = countedRows(catalog, question, choice.without);
  if (!rows.ok) return rows;
  const synthesis = synthesise(question.measure, rows.value, choice);
  if (!synthesis.ok) return synthesis;
  const scale = naturalScale(question.measure);
  const studies = synthesis.value.rows.map((row) => pooledStudy(catalog, row, scale));
  const numbers: Numbers = {
    ...wording(question),
    favoursIntervention: rows.value[0]!.intervention.isBenefit ? "higher" : "lower",
    ...estimates(synthesis.value, scale),
    k: studies.length,
    n: studies.reduce((sum, { intervention, comparator }) => sum + intervention.total + comparator.total, 0),
    tau2Method: choice.tau2,
    ciMethod: studies.length === 1 ? "z" : choice.ci,
    without: leftOut(question.rows, choice.without),
    studies,
    smallStudy: smallStudyOf(synthesis.value.rows),
    certainty: certaintyOf(question),
    lastSearched: question.lastSearched,
    knowledge: catalog.version,
  };
  const label = (id: string) => studyLabel(catalog, studyOf(catalog, id));
  return ok({ ...numbers, warnings: effectWarnings(question, numbers, synthesis.value, label) });
}

const wording = ({ id, asks, population, outcome, comparison, measure, shows, doesNotShow }: EffectQuestion) => ({
  question: id,
  kind: "effect" as const,
  asks: asks.en,
  population: population.en,
  outcome: outcome.en,
  comparison: { intervention: comparison.intervention.en, comparator: comparison.comparator.en },
  measure,
  shows: shows.en,
  doesNotShow: doesNotShow.en,
});

function estimates({ pooled, rows, tau2Ci, leaveOneOut }: Synthesis, { value, interval }: NaturalScale) {
  const { estimate, se, ci, p, pi, tau2, i2, h2, q } = pooled;
  const withoutOne = ({ without, ...left }: WithoutOne) => ({
    without: rows[without]!.study.id,
    estimate: value(left.estimate),
    ci: interval(left.ci),
    p: left.p,
    tau2: left.tau2,
    i2: left.i2 ?? 0,
  });
  return {
    estimate: value(estimate),
    se,
    ci: interval(ci),
    p,
    pi: pi ? interval(pi) : null,
    tau2,
    tau2Ci,
    i2: i2 ?? 0,
    h2: h2 ?? 1,
    q: q?.q ?? 0,
    df: q?.df ?? 0,
    qP: rows.length > 1 && q ? q.p : null,
    leaveOneOut: leaveOneOut.map(withoutOne),
  };
}

function pooledStudy(catalog: Catalog, row: WeighedRow, { value, interval }: NaturalScale): PooledStudy {
  const { study, intervention, comparator, yi, vi, weight } = row;
  const note = [row.note, intervention.derivation ?? comparator.derivation].filter((text) => text !== undefined).join("; ");
  return {
    id: study.id,
    label: studyLabel(catalog, study),
    ...(study.year === undefined ? {} : { year: study.year }),
    design: designWords(study),
    intervention: countsOf(intervention),
    comparator: countsOf(comparator),
    yi,
    vi,
    estimate: value(yi),
    ci: interval(effectInterval({ yi, vi })),
    weight,
    verified: weaker(intervention.ground.verified, comparator.ground.verified),
    ...(note === "" ? {} : { note }),
  };
}

const countsOf = ({ events, total }: EventsOutcome) => ({ events, total });

/** VERIFIED lists the grades best first. */
const weaker = (a: Verified, b: Verified): Verified => (VERIFIED.indexOf(a) > VERIFIED.indexOf(b) ? a : b);
