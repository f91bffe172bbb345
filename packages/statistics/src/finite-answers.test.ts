import { describe, expect, it } from "vitest";
import * as room from "./index.ts";

type Call = readonly [input: object, ask: (input: never) => unknown];

/** One usable call of every public function that answers with a Result, as an input in which each number can be spoiled. */
const call = <T extends object>(input: T, ask: (input: T) => unknown): Call => [input, ask as (input: never) => unknown];

const yi = [0.1, 0.5, -0.2, 0.8, 0.3, 0.6];
const vi = [0.04, 0.03, 0.05, 0.02, 0.06, 0.03];
const pooled = { yi, vi, tau2: "REML", ci: "hksj" } as const;
const tables = [
  { ai: 3, bi: 17, ci: 6, di: 14 },
  { ai: 5, bi: 25, ci: 9, di: 20 },
  { ai: 2, bi: 30, ci: 4, di: 28 },
];
const strata = [
  { x1: 5, t1: 20, x2: 9, t2: 21 },
  { x1: 3, t1: 11, x2: 7, t2: 14 },
  { x1: 8, t1: 30, x2: 6, t2: 28 },
];
const mean = { m1: 5, sd1: 2, n1: 12, m2: 4, sd2: 1.5, n2: 14 };
const prePost = { mPost: 5, mPre: 4, sdPre: 1.2, sdPost: 1.4, n: 15, r: 0.6 };
const changeArm = { mPost: 5, mPre: 4, sdPre: 1.2, n: 15 };
const time = [3, 5, 5, 8, 9, 12, 14, 15];
const status = [1, 1, 0, 1, 0, 1, 1, 0];
const group = ["a", "b", "a", "b", "a", "b", "a", "b"];
const followUp = { time, status };
const x = [0.2, 1.1, 0.4, 0.3, 0.9, 0.1, 0.7, 0.5];
const competing = { time, cause: [1, 2, 0, 1, 1, 2, 1, 0] };
const visits = Array.from({ length: 24 }, (_, i) => i % 3);
const subject = Array.from({ length: 24 }, (_, i) => Math.floor(i / 3));
const y = Array.from({ length: 24 }, (_, i) => 10 + (i % 3) + Math.sin(7 * i) + Math.cos(subject[i]! * 3));
const ones = y.map(() => 1);
const fixed = { one: ones, visit: visits };
const repeated = { y, fixed, subject };
const binary = { y: [1, 0, 1, 0, 0, 1, 1, 0], covariates: { x } };
const exposed = [1, 0, 1, 0, 1, 0, 0, 1];
const values = (result: unknown) => (result as { ok: true; value: never }).value;

const CALLS: Readonly<Record<string, Call>> = {
  pool: call(pooled, room.pool),
  regress: call({ ...pooled, moderators: [[1, 2, 3, 4, 2, 1]] }, room.regress),
  predict: call({ ...pooled, moderators: [[1, 2, 3, 4, 2, 1]], rows: [[2]] }, ({ rows, ...request }) => room.predict(request, rows)),
  blup: call(pooled, room.blup),
  influence: call(pooled, room.influence),
  leaveOneOut: call(pooled, room.leaveOneOut),
  cumulative: call({ ...pooled, orderBy: [1, 2, 3, 4, 5, 6] }, room.cumulative),
  tau2Interval: call({ yi, vi, tau2: "REML", type: "QP", level: 0.95 } as const, room.tau2Interval),
  begg: call({ yi, vi }, room.begg),
  egger: call({ yi, vi, predictor: "sei", model: "mixed" } as const, room.egger),
  petPeese: call({ yi, vi }, room.petPeese),
  trimAndFill: call({ ...pooled, estimator: "L0" } as const, room.trimAndFill),
  failSafeN: call({ yi, vi, type: "Rosenberg" } as const, room.failSafeN),
  henmiCopas: call({ yi, vi }, room.henmiCopas),
  excessSignificance: call({ yi, vi }, room.excessSignificance),
  selectionModel: call({ yi, vi, type: "step", steps: [0.5] } as const, room.selectionModel),
  multilevel: call({ yi, vi, levels: [[1, 1, 2, 2, 3, 3]], method: "REML" } as const, room.multilevel),
  multilevelIntervals: call({ yi, vi, levels: [["a", "a", "b", "b", "c", "c"]], method: "REML" } as const, room.multilevelIntervals),
  multivariate: call(
    { yi, vi, study: ["a", "a", "b", "b", "c", "c"], outcome: ["p", "q", "p", "q", "p", "q"], method: "REML", level: 0.95 } as const,
    room.multivariate,
  ),
  robust: call({ yi, vi, tau2: "REML", cluster: ["a", "a", "b", "b", "c", "c"], type: "CR2", level: 0.9 } as const, room.robust),
  robustMultilevel: call(
    { yi, vi, levels: [["a", "a", "b", "b", "c", "c"]], method: "REML", cluster: ["a", "a", "b", "b", "c", "c"], type: "CR1" } as const,
    room.robustMultilevel,
  ),
  tableEffects: call({ tables, rule: { add: 0.5, to: "all", drop00: false } } as const, ({ tables: list, rule }) =>
    room.tableEffects("OR", list, rule),
  ),
  meanEffect: call(mean, (groups) => room.meanEffect("SMD", groups)),
  singleMean: call({ mean: 4, sd: 2, n: 12 }, ({ mean: m, sd, n }) => room.singleMean("MN", m, sd, n)),
  changeEffect: call(prePost, (one) => room.changeEffect("SMCC", one)),
  changeContrast: call({ treated: changeArm, control: { ...changeArm, mPost: 4.2 } }, ({ treated, control }) =>
    room.changeContrast(treated, control),
  ),
  proportionEffects: call({ counts: [{ xi: 3, ni: 20 }], rule: { add: 0.5, to: "only0" } } as const, ({ counts, rule }) =>
    room.proportionEffects("PLO", counts, rule),
  ),
  inverseDoubleArcsine: call({ t: 0.6, n: 20 }, ({ t, n }) => room.inverseDoubleArcsine(t, n)),
  rateEffect: call({ rates: strata[0]!, add: 0.5 }, ({ rates, add }) => room.rateEffect("IRR", rates, add)),
  correlationEffect: call({ r: 0.3, n: 20 }, ({ r, n }) => room.correlationEffect("ZCOR", r, n)),
  mantelHaenszel: call({ tables, measure: "OR", correct: true, level: 0.95 } as const, room.mantelHaenszel),
  mantelHaenszelRates: call({ strata, measure: "IRR", correct: true, level: 0.95 } as const, room.mantelHaenszelRates),
  peto: call({ tables, level: 0.95 }, room.peto),
  glmm: call({ tables, model: "CM.AL", method: "ML", level: 0.95 } as const, room.glmm),
  glmmProportions: call(
    {
      counts: [
        { xi: 3, ni: 20 },
        { xi: 6, ni: 18 },
      ],
      method: "ML",
    } as const,
    room.glmmProportions,
  ),
  glmmRates: call({ strata, model: "CM.EL", method: "ML", level: 0.95 } as const, room.glmmRates),
  glmmSingleRates: call(
    {
      counts: [
        { xi: 3, ti: 20 },
        { xi: 6, ti: 18 },
      ],
      method: "ML",
    } as const,
    room.glmmSingleRates,
  ),
  kaplanMeier: call({ ...followUp, entry: [0, 1, 0, 2, 0, 0, 3, 0], weights: [1, 2, 1, 1, 1, 1, 1, 1] }, room.kaplanMeier),
  restrictedMean: call({ tau: 10 }, ({ tau }) => room.restrictedMean(values(room.kaplanMeier(followUp)), tau)),
  logRank: call({ ...followUp, group, rho: 1 }, ({ rho, ...rows }) => room.logRank(rows, rho)),
  cox: call({ ...followUp, covariates: { x } }, room.cox),
  coxCumulativeHazard: call({ at: 0.5 }, ({ at }) => {
    const data = { ...followUp, covariates: { x } };
    return room.coxCumulativeHazard(data, values(room.cox(data)), { x: at });
  }),
  coxResiduals: call({ ...followUp, covariates: { x } }, (data) => {
    const fit = room.cox({ ...followUp, covariates: { x } });
    return room.coxResiduals(data, values(fit));
  }),
  coxRobust: call({ ...followUp, covariates: { x } }, (data) => {
    const fit = room.cox({ ...followUp, covariates: { x } });
    return room.coxRobust(data, values(fit), group);
  }),
  proportionalHazards: call({ ...followUp, covariates: { x } }, (data) => {
    const fit = room.cox({ ...followUp, covariates: { x } });
    return room.proportionalHazards(data, values(fit));
  }),
  concordance: call({ ...followUp, risk: x }, room.concordance),
  cumulativeIncidence: call(competing, (data) => room.cumulativeIncidence(data, 2)),
  grayTest: call({ ...competing, group, rho: 0 }, ({ rho, ...rows }) => room.grayTest(rows, 1, rho)),
  fineGray: call({ ...competing, covariates: { x } }, (data) => room.fineGray(data, 1)),
  stateProbabilities: call({ spells: time.map((end, i) => ({ subject: i, from: "a", entry: 0, time: end, to: "b" })) }, ({ spells }) =>
    room.stateProbabilities(spells, ["a", "b"]),
  ),
  linearMixedModel: call({ ...repeated, random: { one: ones } }, (data) => room.linearMixedModel(data)),
  mmrm: call({ ...repeated, visit: visits.map(String) }, (data) => room.mmrm(data)),
  contrasts: call({ weights: { visit: 1 }, level: 0.95 }, ({ weights, level }) =>
    room.contrasts(
      values(room.linearMixedModel({ ...repeated, random: { one: ones } })),
      [{ label: "visit", weights }],
      "satterthwaite",
      level,
    ),
  ),
  visitEstimates: call(
    { y, subject: subject.map(String), visit: visits.map(String), arm: subject.map((s) => (s % 2 ? "p" : "q")) },
    (trial) => room.visitEstimates(trial, "p"),
  ),
  logistic: call(binary, room.logistic),
  standardisedRisk: call({ ...binary, exposed, level: 0.95 }, ({ level, ...data }) => room.standardisedRisk(data, level)),
  probabilityWeights: call({ exposed, covariates: { x } }, (data) => room.probabilityWeights(data)),
  weightedComparison: call({ exposed, covariates: { x }, y: [3, 4, 2, 5, 4, 3, 6, 2] }, (data) => room.weightedComparison(data)),
  rubin: call({ estimates: [1, 2, 1.5], variances: [0.2, 0.3, 0.25] }, ({ estimates, variances }) => room.rubin(estimates, variances, 30)),
  chainedImputation: call({ a: [1, 2, 3, 4, 5, 6], b: [2, 1, 4, 3, 6, 5], imputations: 2 }, ({ a, b, imputations }) =>
    room.chainedImputation(
      { a: { values: [...a, undefined], kind: "continuous" }, b: { values: [...b, 4], kind: "continuous" } },
      { imputations, random: () => 0.4 },
    ),
  ),
  sdFromSe: call({ se: 1.5, n: 25 }, ({ se, n }) => room.sdFromSe(se, n)),
  sdFromInterval: call({ lower: 3, upper: 5, level: 0.95, n: 25 }, ({ n, ...interval }) => room.sdFromInterval(interval, n)),
  sharedSdFromSe: call({ se: 1.5, n1: 25, n2: 20 }, ({ se, ...sizes }) => room.sharedSdFromSe(se, sizes)),
  sharedSdFromInterval: call({ of: { lower: 3, upper: 5, level: 0.95 }, n1: 25, n2: 20 }, ({ of, ...sizes }) =>
    room.sharedSdFromInterval(of, sizes),
  ),
  sharedSdFromP: call({ d: 3.8, p: 0.008, n1: 25, n2: 22 }, ({ d, p, ...sizes }) => room.sharedSdFromP(d, p, sizes)),
  sdOfChange: call({ sdBefore: 8, sdAfter: 6, r: 0.5 }, room.sdOfChange),
  sdOfChangeFromP: call({ change: 3, p: 0.01, n: 18 }, ({ change, p, n }) => room.sdOfChangeFromP(change, p, n)),
  fromQuantiles: call({ median: 6, quartiles: [4, 10], extremes: [2, 14], n: 20 } as const, room.fromQuantiles),
  skewness: call({ median: 6, quartiles: [4, 10], extremes: [2, 14], n: 20 } as const, room.skewness),
  proportionInterval: call({ x: 3, n: 20 }, (one) => room.proportionInterval(one.x, one.n)),
  proportionDifference: call({ a: 3, m: 20, b: 6, n: 18 }, (counts) => room.proportionDifference(counts)),
  proportionTest: call({ a: 3, m: 20, b: 6, n: 18 }, (counts) => room.proportionTest(counts)),
  fisherExact: call({ a: 3, m: 20, b: 6, n: 18 }, room.fisherExact),
  pairedProportions: call({ both: 3, firstOnly: 4, secondOnly: 1, neither: 9 }, (pairs) => room.pairedProportions(pairs)),
  oneSampleT: call({ x }, (one) => room.oneSampleT(one.x)),
  pairedT: call({ x, other: [...x].reverse() }, (one) => room.pairedT(one.x, one.other)),
  summarise: call({ x }, (one) => room.summarise(one.x)),
  twoSampleT: call({ a: { mean: 3, sd: 1, n: 9 }, b: { mean: 4, sd: 2, n: 8 } }, ({ a, b }) => room.twoSampleT(a, b, "unequal")),
  poissonRate: call({ events: 4, exposure: 20 }, ({ events, exposure }) => room.poissonRate(events, exposure)),
  rateRatio: call({ a: { events: 4, exposure: 20 }, b: { events: 6, exposure: 15 } }, ({ a, b }) => room.rateRatio(a, b)),
  rateDifference: call({ a: { events: 4, exposure: 20 }, b: { events: 6, exposure: 15 } }, ({ a, b }) => room.rateDifference(a, b)),
  standardisedRate: call(
    [
      { events: 4, exposure: 20, standard: 10 },
      { events: 6, exposure: 30, standard: 20 },
    ],
    (list) => room.standardisedRate(list),
  ),
  siteDispersion: call(
    {
      sites: [
        { events: 4, cases: 20 },
        { events: 6, cases: 30 },
        { events: 9, cases: 31 },
      ],
      target: 0.2,
    },
    ({ sites, target }) => room.siteDispersion(sites, target),
  ),
  funnelLimits: call({ target: 0.2, cases: 30 }, ({ target, cases }) => room.funnelLimits(target, cases, 0.95)),
};

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (value === null || typeof value !== "object") return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function listsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => listsOf(inner, [...path, key]));
  return Array.isArray(value) ? [path, ...inside] : inside;
}

/** The input with one place replaced. */
function spoiled(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === String(key) ? spoiled(one, rest, by) : one));
  return { ...(value as object), [key]: spoiled((value as Record<string, unknown>)[key], rest, by) };
}

const isResult = (answer: unknown): answer is { readonly ok: boolean } => typeof answer === "object" && answer !== null && "ok" in answer;

const notFinite = (answer: unknown): string[] =>
  leavesOf(answer).flatMap(({ path, value }) => (typeof value === "number" && Number.isNaN(value) ? [path.join(".")] : []));

/** What is wrong with the answer to a spoiled input: anything but a refusal. A caller's mistake may throw RangeError. */
function faultOf([, ask]: Call, input: unknown): string | undefined {
  try {
    const answer = ask(input as never);
    if (!isResult(answer)) return "no Result";
    return answer.ok ? `answered${notFinite(answer).length > 0 ? " with NaN" : ""}` : undefined;
  } catch (error) {
    return error instanceof RangeError ? undefined : `threw ${String(error)}`;
  }
}

/** One answer per entry, so none for none; a regression without moderators is the mean. */
const EMPTY_IN_EMPTY_OUT = ["regress moderators", "predict rows", "tableEffects tables", "proportionEffects counts"];

describe.each(Object.entries(CALLS))("%s", (name, one) => {
  it("answers the usable input without NaN", () => {
    const answer = one[1](one[0] as never);
    expect(isResult(answer) && answer.ok).toBe(true);
    expect(notFinite(answer)).toEqual([]);
  });

  it("refuses NaN and infinities wherever a number stands", () => {
    const faults = leavesOf(one[0])
      .filter(({ value }) => typeof value === "number")
      .flatMap(({ path }) =>
        [Number.NaN, Infinity, -Infinity].flatMap((bad) => {
          const fault = faultOf(one, spoiled(one[0], path, bad));
          return fault === undefined ? [] : [`${path.join(".")} = ${bad}: ${fault}`];
        }),
      );
    expect(faults).toEqual([]);
  });

  it("refuses lists without entries, unless an empty answer is the answer", () => {
    const lists = listsOf(one[0]).filter((path) => !EMPTY_IN_EMPTY_OUT.includes(`${name} ${path.join(".")}`));
    const faults = lists.flatMap((path) => {
      const fault = faultOf(one, spoiled(one[0], path, []));
      return fault === undefined ? [] : [`${path.join(".")} = []: ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});
