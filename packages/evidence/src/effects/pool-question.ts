import type { Catalog } from "@calcar/catalog";
import { effectInterval, type WithoutOne } from "@calcar/statistics";
import { ok, type Result, VERIFIED, type Verified } from "@calcar/vocabulary";
import { effectCertainty } from "../certainty/effect-certainty.ts";
import type { Membership } from "../members/miss.ts";
import { saidOf, shownMembership } from "../members/shown.ts";
import { noStudy } from "../nothing/no-study.ts";
import type { Choice } from "../questions/choice.ts";
import { chosenMembers, leftOut, studyOf } from "../questions/chosen-rows.ts";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import { asked, told } from "../questions/wording.ts";
import type { ArmNumbers, NothingDirect, Pooled, PooledStudy } from "../schema.ts";
import { designWords } from "../studies/design-words.ts";
import { riskOfBiasOf } from "../studies/risk-of-bias-of.ts";
import { studyLabel } from "../studies/study-label.ts";
import { howWorkedOut } from "../words/worked-out.ts";
import { sizeOfArm } from "./arm-size.ts";
import { type EffectRow, effectMembers, favoured, isCounts, type Numbers } from "./effect-row.ts";
import { type Drawn, effectWarnings } from "./effect-warnings.ts";
import { type NaturalScale, naturalScale } from "./natural-scale.ts";
import { per1000 } from "./per-1000.ts";
import { smallStudyOf } from "./small-study.ts";
import { subgroupAnalyses } from "./subgroup-analyses.ts";
import { type Synthesis, synthesise, type WeighedRow } from "./synthesis.ts";

/**
 * The pooled effect of a controlled question, with its working; or that no study answers it.
 *
 * @returns estimates and intervals on the natural scale; `se`, `yi`, `vi` and `tau2` on the scale of analysis
 * @refuses as chosenMembers, favoured and synthesise
 */
export function poolQuestion(catalog: Catalog, question: EffectQuestion, choice: Choice): Result<Pooled | NothingDirect> {
  const found = effectMembers(catalog, question, choice.widen);
  if (found.members.length === 0 && choice.without.length === 0) return ok(noStudy(catalog, question, found, choice.widen));
  const chosen = chosenMembers(found.members, choice.without);
  if (!chosen.ok) return chosen;
  const rows = chosen.value.map(({ row }) => row);
  const favours = favoured(question, rows);
  if (!favours.ok) return favours;
  const synthesis = synthesise(question.measure, rows, choice);
  if (!synthesis.ok) return synthesis;
  const scale = naturalScale(question.measure);
  const studies = synthesis.value.rows.map((row) => pooledStudy(catalog, question, row, scale));
  const drawn: Drawn = {
    ...asked(question),
    kind: "effect",
    comparison: { intervention: question.comparison.intervention.en, comparator: question.comparison.comparator.en },
    measure: question.measure,
    favoursIntervention: favours.value,
    ...estimates(synthesis.value, scale),
    subgroups: subgroupAnalyses(synthesis.value.rows, { measure: question.measure, methods: choice, sizeOf }),
    k: studies.length,
    n: sizeOfAll(studies),
    counted: question.counted ?? "hips",
    tau2Method: choice.tau2,
    ciMethod: studies.length === 1 ? "z" : choice.ci,
    ...shownMembership(catalog, found, choice.widen),
    without: leftOut(found.members, choice.without),
    studies,
    smallStudy: smallStudyOf(synthesis.value.rows),
    ...told(catalog, question),
  };
  return ok(answered(catalog, question, { drawn, synthesis: synthesis.value, found }));
}

interface Working {
  readonly drawn: Drawn;
  readonly synthesis: Synthesis;
  readonly found: Membership<EffectRow>;
}

/** What follows from the numbers: absolute risks, certainty, and what a reader must know. */
function answered(catalog: Catalog, question: EffectQuestion, { drawn, synthesis, found }: Working): Pooled {
  const label = (id: string) => studyLabel(catalog, studyOf(catalog, id));
  const numbers = { ...drawn, per1000: per1000(question, drawn) };
  const certainty = effectCertainty(catalog, question, { drawn, rows: synthesis.rows, found });
  return { ...numbers, certainty, warnings: effectWarnings(question, numbers, { synthesis, label, certainty }) };
}

function estimates({ pooled, rows, tau2Ci, leaveOneOut }: Synthesis, { value, interval }: NaturalScale) {
  const { estimate, se, ci, p, pi, tau2, i2, h2, q } = pooled;
  const n = sizeOfAll(rows);
  const withoutOne = ({ without, ...left }: WithoutOne) => ({
    without: rows[without]!.study.id,
    k: rows.length - 1,
    n: n - sizeOf(rows[without]!),
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

function pooledStudy(catalog: Catalog, question: EffectQuestion, row: WeighedRow, { value, interval }: NaturalScale): PooledStudy {
  const { study, intervention, comparator, outcomes, yi, vi, weight, beyond } = row;
  const [ours, theirs] = outcomes;
  const change = row.isChange ? "change scores, not final values" : undefined;
  const carried = row.carried && `carried over from ${row.carried.did}`;
  const said = [study.remark, change, carried, ...howWorkedOut(outcomes)].filter((text) => text !== undefined);
  return {
    id: study.id,
    label: studyLabel(catalog, study),
    ...(study.year === undefined ? {} : { year: study.year }),
    design: designWords(study),
    intervention: numbersOf(intervention),
    comparator: numbersOf(comparator),
    yi,
    vi,
    estimate: value(yi),
    ci: interval(effectInterval({ yi, vi })),
    weight,
    verified: weaker(ours.ground.verified, theirs.ground.verified),
    beyond: saidOf(beyond),
    riskOfBias: riskOfBiasOf(catalog, study, question.admits.outcome),
    ...(said.length === 0 ? {} : { note: said.join("; ") }),
  };
}

const numbersOf = (arm: Numbers): ArmNumbers =>
  isCounts(arm) ? { events: arm.events, total: arm.total } : { mean: arm.mean, sd: arm.sd, n: arm.n };

interface Arms {
  readonly intervention: ArmNumbers;
  readonly comparator: ArmNumbers;
}

const sizeOf = ({ intervention, comparator }: Arms): number => sizeOfArm(intervention) + sizeOfArm(comparator);
const sizeOfAll = (rows: readonly Arms[]): number => rows.reduce((sum, row) => sum + sizeOf(row), 0);

/** VERIFIED lists the grades best first. */
const weaker = (a: Verified, b: Verified): Verified => (VERIFIED.indexOf(a) > VERIFIED.indexOf(b) ? a : b);
