import type { Outcome } from "@calcar/catalog/schema";
import { isEstablished } from "@calcar/vocabulary";
import { fromBeforeAndAfter } from "../convert/change.ts";
import { scoreOf } from "../convert/score.ts";
import type { Score } from "../convert/score-shape.ts";
import type { Named } from "../convert/write-step.ts";
import type { OutcomeDraftOf } from "../draft/outcome-draft.ts";
import { basisOf, joined } from "./basis.ts";
import { type Ledger, maybe, present, tidy, wrong } from "./ledger.ts";
import { type Built, type Place, stepsSince } from "./outcome-built.ts";
import { endsOf, pair, sizeOf } from "./outcome-value.ts";
import { checkChangeOnScale, checkOnScale } from "./plausible.ts";

type Change = Extract<Outcome, { type: "change" }>;

/** One arm before and after: a change, never an effect. */
export function changeOutcome(ledger: Ledger, { field, placed }: Place, draft: OutcomeDraftOf<"change">): Built | undefined {
  const since = ledger.steps.length;
  const before = ledger.problems.length;
  const parts = partsOf(ledger, field, draft);
  const ends = endsOf(placed?.scale);
  for (const [name, score] of [["baseline", parts.baseline] as const, ["followUp", parts.followUp] as const])
    if (score) checkOnScale(ledger, `${field}.${name}`, score, ends);
  if (parts.change) checkChangeOnScale(ledger, `${field}.change`, parts.change, ends);
  if (!placed || ledger.problems.length > before) return undefined;
  const scores = [parts.baseline, parts.followUp, parts.change].filter((score) => score !== undefined);
  const sizes = scores.flatMap(sizeOf);
  const values = (["baseline", "followUp", "change"] as const).flatMap((part) =>
    (parts[part]?.figures ?? []).map(([what, figure]): Named => [`${WHEN[part]} ${what}`, figure]),
  );
  const { ground, note, comments } = basisOf(values);
  const steps = stepsSince(ledger, since);
  const outcome: Change = present({
    type: "change" as const,
    ...placed,
    ...sizesOf(scores, ground.verified, sizes),
    ...momentsOf(parts, sameSize(scores)),
    ground,
    derivation: steps.derivation,
    note: joined(maybe(draft.note), unexplained(parts), note, otherPlaces(sizes, ground.source)),
  });
  return {
    outcome,
    size: Math.max(0, ...scores.flatMap(({ n }) => n ?? [])),
    comments: [...comments, ...sizeComments(sizes), ...steps.comments],
  };
}

interface Parts {
  readonly baseline: Score | undefined;
  readonly followUp: Score | undefined;
  readonly change: Score | undefined;
}

const WHEN = { baseline: "before:", followUp: "after:", change: "change:" } as const satisfies Record<keyof Parts, string>;

function partsOf(ledger: Ledger, field: string, draft: OutcomeDraftOf<"change">): Parts {
  if (!draft.baseline && !draft.followUp && !draft.change)
    wrong(ledger, field, "neither values before and after nor a change", "what the paper reports of at least one of them");
  const baseline = draft.baseline && scoreOf(ledger, `${field}.baseline`, draft.baseline);
  const followUp = draft.followUp && scoreOf(ledger, `${field}.followUp`, draft.followUp);
  const change =
    draft.change?.as === "from-before-and-after"
      ? fromBeforeAndAfter(ledger, `${field}.change`, draft.change, { baseline, followUp })
      : draft.change && scoreOf(ledger, `${field}.change`, draft.change);
  if (change && change.mean === undefined)
    wrong(
      ledger,
      `${field}.change.use`,
      "a median change has no place in a study file",
      "an outcome of the kind reported, or an estimate of mean and SD",
    );
  return { baseline, followUp, change };
}

const sameSize = (scores: readonly Score[]): boolean => new Set(scores.map(({ n }) => n)).size === 1;

/** One n for all where they are alike; else that of the values after treatment, and each its own. Known less well, it says so. */
function sizesOf(
  scores: readonly Score[],
  verified: Change["ground"]["verified"],
  sizes: readonly Named[],
): Pick<Change, "n" | "nVerified"> {
  const n = scores.at(-1)?.n ?? scores.find((score) => score.n !== undefined)?.n;
  if (n === undefined) return {};
  const grade = basisOf(sizes).ground.verified;
  return { n, ...(isEstablished(verified) && !isEstablished(grade) && { nVerified: grade }) };
}

type Moments = Pick<Change, "baseline" | "followUp" | "change" | "baselineMedian" | "followUpMedian">;

function momentsOf({ baseline, followUp, change }: Parts, alike: boolean): Moments {
  const moment = (score: Score | undefined) =>
    score?.mean === undefined
      ? undefined
      : present({ mean: score.mean, sd: score.sd, n: alike ? undefined : score.n, interval: pair(score.interval) });
  const median = (score: Score | undefined) =>
    score?.quantiles && present({ median: score.quantiles.median, iqr: pair(score.quantiles.quartiles) });
  return present({
    baseline: moment(baseline),
    followUp: moment(followUp),
    change: moment(change),
    baselineMedian: median(baseline),
    followUpMedian: median(followUp),
  });
}

/** A spread that nobody explains has no place in a change: it is told in words. */
const unexplained = (parts: Parts): string | undefined =>
  joined(
    ...Object.entries(parts).map(([name, score]) =>
      score?.unclear === undefined
        ? undefined
        : `${WHEN[name as keyof Parts]} printed ± ${score.unclear}, not said to be a standard deviation.`,
    ),
  );

const otherPlaces = (sizes: readonly Named[], source: string): string | undefined =>
  joined(
    ...new Set(
      sizes
        .filter(([, { figure }]) => tidy(figure.source!) !== source)
        .map(([, { figure }]) => `Number measured: ${tidy(figure.source!)}, ${tidy(figure.at!)} (${figure.verified}).`),
    ),
  );

const sizeComments = (sizes: readonly Named[]): readonly string[] => (sizes.length > 0 ? [...new Set(basisOf(sizes).comments)] : []);
