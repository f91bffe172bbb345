import type { Outcome, Study } from "@calcar/catalog/schema";
import { spreadStatements } from "./spread-statements.ts";
import type { Statement, StatementOf } from "./statement.ts";
import type { TypicalSd } from "./typical-sd.ts";

type Of<Type extends Outcome["type"]> = Extract<Outcome, { type: Type }>;
type Moment = NonNullable<Of<"change">["baseline"]>;

const MEASURES: readonly string[] = ["MD", "SMD", "RD", "RR", "OR", "HR"] satisfies StatementOf<"estimate">["measure"][];

/**
 * Everything in a study on file that can be tested for arithmetic sense. Decimals are those of the file, where a zero at the end
 * of a printed number is lost: the tests are then milder, never harsher.
 *
 * @param typical what spreads are elsewhere; absent: no spread is compared with those of other studies
 */
export const studyStatements = (study: Study, typical?: TypicalSd): Statement[] => [
  ...arms(study),
  ...study.outcomes.flatMap((outcome) => ofOutcome(outcome, study.designClass === "review")),
  ...(typical ? spreadStatements(study, typical) : []),
];

/** Arms against the whole, where each hip or patient is in one arm. */
function arms({ arms, hips, patients, designClass }: Study): Statement[] {
  if (designClass === "within-patient" || designClass === "review" || arms.length < 2) return [];
  const whole = [
    { unit: "hips", total: hips, parts: arms.map((arm) => arm.hips) },
    { unit: "patients", total: patients, parts: arms.map((arm) => arm.patients) },
  ];
  return whole.flatMap(({ unit, total, parts }): Statement[] => {
    const known = parts.filter((part) => part !== undefined);
    const everybodyInEachArm = known.every((part) => part === total); // two knees of one person, say
    return total === undefined || known.length < parts.length || everybodyInEachArm
      ? []
      : [{ kind: "parts", says: `${unit} in the arms`, parts: known, total }];
  });
}

function ofOutcome(outcome: Outcome, isReview: boolean): Statement[] {
  const says = [outcome.id, outcome.arm ?? outcome.group].filter((part) => part !== undefined).join(", ");
  switch (outcome.type) {
    case "events":
      return ofEvents(outcome, says);
    case "change":
      return ofChange(outcome, says);
    case "value":
      return ofValue(outcome, says);
    case "reported":
      return ofReported(outcome, says, isReview);
  }
}

/** A count that was worked out from a printed percentage must give that percentage again. */
function ofEvents({ events, total, derivation = "" }: Of<"events">, says: string): Statement[] {
  if (total < 1 || /complement|without/i.test(derivation)) return [];
  const [, percent] = /(\d+(?:\.\d+)?)%/.exec(derivation) ?? [];
  const [, hundredths, rest] = /proportion 0?\.(\d{2})(\d*)/.exec(derivation) ?? [];
  const printed = percent ?? (hundredths === undefined ? undefined : `${Number(hundredths)}${rest ? `.${rest}` : ""}`);
  return printed === undefined ? [] : [{ kind: "share", says, percent: printed, events, total }];
}

function ofChange({ baseline, followUp, change, n, scale, baselineMedian, followUpMedian }: Of<"change">, says: string): Statement[] {
  const moments = [
    { name: "before", moment: baseline, range: rangeOf(scale) },
    { name: "after", moment: followUp, range: rangeOf(scale) },
    { name: "change", moment: change, range: {} },
  ];
  const medians = [baselineMedian, followUpMedian].filter((median) => median !== undefined);
  return [
    ...(baseline && followUp && change
      ? [{ kind: "change" as const, says, before: baseline.mean, after: followUp.mean, change: change.mean }]
      : []),
    ...moments.flatMap(({ name, moment, range }) => (moment ? ofMoment(moment, { says: `${says}, ${name}`, n, range }) : [])),
    ...medians.flatMap(({ median, iqr }) =>
      iqr ? [{ kind: "spread" as const, says, middle: median, middleIs: "median" as const, quartiles: [...iqr] as [number, number] }] : [],
    ),
  ];
}

interface Around {
  readonly says: string;
  readonly n: number | undefined;
  readonly range: { readonly range?: [number, number] };
}

function ofMoment({ mean, sd, n: own, interval }: Moment, { says, n, range }: Around): Statement[] {
  const counted = own ?? n;
  return [
    ...(interval ? [{ kind: "estimate" as const, says, measure: "mean" as const, value: mean, interval: pair(interval) }] : []),
    {
      kind: "mean",
      says,
      mean,
      ...(sd === undefined ? {} : { sd }),
      ...(counted === undefined || counted < 1 ? {} : { n: counted }),
      ...(interval ? { interval: pair(interval) } : {}),
      ...range,
    },
  ];
}

function ofValue({ mean, sd, n, interval, bracket, scale }: Of<"value">, says: string): Statement[] {
  return [
    ...ofMoment({ mean, ...(sd === undefined ? {} : { sd }), ...(interval ? { interval } : {}) }, { says, n, range: rangeOf(scale) }),
    ...(bracket ? [{ kind: "spread" as const, says, middle: mean, middleIs: "mean" as const, range: pair(bracket) }] : []),
  ];
}

function ofReported({ measure, value, interval, p, n, pooled }: Of<"reported">, says: string, isReview: boolean): Statement[] {
  if (!MEASURES.includes(measure) || typeof value !== "number") return [];
  const estimate: Statement = {
    kind: "estimate",
    says,
    measure: measure as StatementOf<"estimate">["measure"],
    value,
    ...(interval ? { interval: pair(interval) } : {}),
    ...(p === undefined ? {} : { p }),
    ...(n === undefined || n < 1 ? {} : { n }),
    ...(isReview || pooled !== undefined ? { pooled: true } : {}),
    ...(pooled?.k === undefined ? {} : { k: pooled.k }),
  };
  const counts = pooled?.k === 1 ? pooled.counts : undefined; // a pool of one study is that study's own table
  if (!counts || (measure !== "OR" && measure !== "RR")) return [estimate];
  return [estimate, { kind: "table", says, ...counts, measure, value }];
}

const pair = ([low, high]: readonly [number, number]): [number, number] => [low, high];

/** The ends of a scale that a text states; an assumed one accuses nobody. */
function rangeOf(scale: Outcome["scale"]): { range?: [number, number] } {
  const { min, max, assumed } = scale ?? {};
  return min === undefined || max === undefined || assumed === true ? {} : { range: [min, max] };
}
