import type { Catalog } from "@calcar/catalog";
import type { Outcome, Question, Study } from "@calcar/catalog/schema";
import { isEstablished, type Verified } from "@calcar/vocabulary";
import { checkNumbers } from "../printed/check-numbers.ts";
import { studyStatements } from "../printed/study-statements.ts";
import { studyLabel } from "../studies/study-label.ts";
import { type Asked, askedOf } from "./asked.ts";

type Reported = Extract<Outcome, { type: "reported" }>;

/** What a published review pooled: a cited constant. It never enters a pool of ours, and nothing is computed from it. */
export interface PublishedPool {
  readonly id: string; // unique among all pools
  readonly review: string; // id of the study file
  readonly label: string;
  readonly year: number | null;
  readonly outcome: string;
  readonly timepoint: string | null;
  readonly measure: string;
  readonly value: number; // as printed
  readonly interval: readonly [number, number] | null; // 95%, as printed; null where no text at hand gives it
  readonly p: string | null;
  readonly ratioOf: "intervention-to-comparator" | "comparator-to-intervention" | null; // which arm stands on top
  readonly intervention: string;
  readonly comparator: string | null;
  readonly k: number | null; // studies in this very pool
  readonly participants: string | null;
  readonly i2: number | null;
  readonly certaintyAsPrinted: string | null;
  readonly verified: Verified;
  readonly source: string;
  readonly doubts: readonly string[]; // what does not add up in the printed figures themselves
  readonly notes: readonly string[]; // what else a reader must know beside the number
}

export interface PublishedPools {
  readonly established: readonly PublishedPool[]; // newest review first
  readonly notEstablished: readonly PublishedPool[]; // recalled, or only in a seed page: for whoever checks them, never shown as known
}

const MEASURES: readonly string[] = ["MD", "SMD", "RD", "RR", "OR", "HR"];

/**
 * What published reviews pooled on a question: same joint and disease, the same kind of intervention (or a mix that holds it),
 * and the same event, instrument or domain.
 *
 * Not the route or the product: reviews mix these, and say so in their own arms and limits. The phase of the disease counts only
 * where a review is of one phase. A question about change or frequency has none: what is pooled here are effects.
 */
export function publishedPools(catalog: Catalog, question: Question): PublishedPools {
  const asked = askedOf(question);
  if (question.kind === "change" || question.kind === "proportion") return { established: [], notEstablished: [] };
  const pools = [...catalog.studies.values()]
    .filter((study) => study.designClass === "review" && asked.joints.includes(study.joint) && asked.diseases.includes(study.disease))
    .filter(({ phase }) => phase === undefined || phase === "mixed" || asked.phases === undefined || asked.phases.includes(phase))
    .filter(({ arms }) => arms.some(({ role }) => role === question.admits.intervention.role || role === "mixed"))
    .flatMap((review) => review.outcomes.flatMap((outcome) => (answers(outcome, asked) ? [poolOf(catalog, review, outcome)] : [])))
    .toSorted(newestFirst);
  return byStanding(pools);
}

/** A published pool beside the questions on file that it bears on, and the disease it is about. */
export interface ReviewPool extends PublishedPool {
  readonly disease: Study["disease"];
  readonly questions: readonly string[];
}

/** Every pool of every review on file, whether a question asks for it or not. */
export function reviewPools(catalog: Catalog): Record<keyof PublishedPools, readonly ReviewPool[]> {
  const bearing = [...catalog.questions.values()].flatMap((question) => {
    const { established, notEstablished } = publishedPools(catalog, question);
    return [...established, ...notEstablished].map(({ id }) => ({ id, question: question.id }));
  });
  const pools = [...catalog.studies.values()]
    .filter(({ designClass }) => designClass === "review")
    .flatMap((review) =>
      review.outcomes.filter(isPool).map((outcome) => {
        const pool = poolOf(catalog, review, outcome);
        return { ...pool, disease: review.disease, questions: bearing.filter(({ id }) => id === pool.id).map(({ question }) => question) };
      }),
    );
  return byStanding(pools.toSorted(newestFirst));
}

const newestFirst = (a: PublishedPool, b: PublishedPool): number => (b.year ?? 0) - (a.year ?? 0) || a.review.localeCompare(b.review);

const byStanding = <P extends PublishedPool>(pools: readonly P[]): Record<keyof PublishedPools, readonly P[]> => ({
  established: pools.filter(({ verified }) => isEstablished(verified)),
  notEstablished: pools.filter(({ verified }) => !isEstablished(verified)),
});

/** "vas-pain" and "womac-pain" are both about pain; a review seldom says which scale each of its trials used. */
const domainsOf = (instruments: readonly string[]): string[] =>
  ["pain", "function"].filter((domain) => instruments.some((instrument) => instrument.endsWith(`-${domain}`)));

const isPool = (outcome: Outcome): outcome is Reported & { value: number } =>
  outcome.type === "reported" && typeof outcome.value === "number" && MEASURES.includes(outcome.measure);

function answers(outcome: Outcome, { events, instruments }: Asked): outcome is Reported & { value: number } {
  if (!isPool(outcome)) return false;
  if (outcome.pooled?.event !== undefined) return events.includes(outcome.pooled.event);
  if (outcome.instrumentId !== undefined && instruments.includes(outcome.instrumentId)) return true;
  return outcome.domain !== undefined && domainsOf(instruments).includes(outcome.domain);
}

function poolOf(catalog: Catalog, review: Study, outcome: Reported & { value: number }): PublishedPool {
  const { pooled = {} } = outcome;
  return {
    id: `${review.id}/${outcome.id}`,
    review: review.id,
    label: studyLabel(catalog, review),
    year: review.year ?? null,
    outcome: outcome.name,
    timepoint: outcome.timepoint ?? (outcome.months === undefined ? null : `${outcome.months} months`),
    measure: outcome.measure,
    value: outcome.value,
    interval: outcome.interval ?? null,
    p: outcome.p ?? null,
    ratioOf: pooled.ratioOf ?? null,
    intervention: review.arms[0]?.name ?? "not stated",
    comparator: review.arms[1]?.name ?? null,
    k: pooled.k ?? null,
    participants: pooled.participants ?? (outcome.n === undefined ? null : String(outcome.n)),
    i2: pooled.i2 ?? null,
    certaintyAsPrinted: pooled.certaintyAsPrinted ?? null,
    verified: outcome.ground.verified,
    source: outcome.ground.source,
    doubts: doubtsOf(review, outcome),
    notes: [...(outcome.note === undefined ? [] : [outcome.note]), ...review.limitations],
  };
}

/** The printed figures of one pool, tested for arithmetic sense; a ratio with the comparator on top is no doubt by itself. */
const doubtsOf = (review: Study, outcome: Reported): string[] =>
  checkNumbers(studyStatements({ ...review, arms: [], outcomes: [outcome] }))
    .filter(({ kind }) => kind === "estimate")
    .flatMap(({ tests }) => tests.filter(({ verdict }) => verdict === "disagrees").map(({ says }) => says));
