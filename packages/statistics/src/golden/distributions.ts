import {
  beta,
  binomial,
  chiSquare,
  type DiscreteDistribution,
  type Distribution,
  fisherF,
  gamma,
  hypergeometric,
  noncentralChiSquare,
  noncentralT,
  normal,
  studentT,
} from "../distributions/index.ts";
import { hedgesJ } from "../effect-sizes/hedges-j.ts";
import { digamma, logGamma, trigamma } from "../numerics/gamma-function.ts";
import { complete, type GoldenCase, type Operations } from "./operation.ts";
import { listOf } from "./survival-inputs.ts";

type AnyDistribution = Distribution | DiscreteDistribution;
type Parameters = Readonly<Record<string, number>>;

const FAMILIES: Readonly<Record<string, (p: Parameters) => AnyDistribution>> = {
  norm: () => normal,
  t: (p) => (p.ncp === undefined ? studentT(p.df!) : noncentralT(p.df!, p.ncp)),
  chisq: (p) => (p.ncp === undefined ? chiSquare(p.df!) : noncentralChiSquare(p.df!, p.ncp)),
  beta: (p) => beta(p.a ?? p.shape1!, p.b ?? p.shape2!),
  f: (p) => fisherF(p.df1!, p.df2!),
  t_noncentral: (p) => noncentralT(p.df!, p.ncp!),
  chisq_noncentral: (p) => noncentralChiSquare(p.df!, p.ncp!),
  gamma: (p) => gamma(p.shape ?? p.a!, p.rate ?? 1),
  binom: (p) => binomial(p.size!, p.prob!),
  hyper: (p) => hypergeometric({ n1: p.m!, n2: p.n!, events: p.k! }),
};

const SPECIAL: Readonly<Record<string, (x: number) => number | undefined>> = {
  v: logGamma,
  digamma,
  trigamma,
  J: (m) => (m > 1 ? hedgesJ(m) : undefined),
};

const FIELDS: Readonly<Record<string, (d: AnyDistribution, at: number) => number>> = {
  lower: (d, x) => d.tails(x).lower,
  upper: (d, x) => d.tails(x).upper,
  log_lower: (d, x) => d.tails(x).logLower,
  log_upper: (d, x) => d.tails(x).logUpper,
  density: (d, x) => ("density" in d ? d.density(x) : d.probability(x)),
  log_density: (d, x) => ("density" in d ? d.logDensity(x) : d.logProbability(x)),
  q: (d, p) => d.quantile(p),
};

/** The family by R's name for its functions, which a word of the case's id ends in: dist-pnorm, grid-qt, dist-pt_noncentral. */
function familyOf(id: string): ((p: Parameters) => AnyDistribution) | undefined {
  const word = id.split("-").find((part) => FAMILIES[part.slice(1)] && /^[pqd]/.test(part));
  return word === undefined ? undefined : FAMILIES[word.slice(1)];
}

function evaluate(testCase: GoldenCase, field: string): (number | undefined)[] {
  const columns = Object.fromEntries(Object.entries(testCase.args).map(([name, column]) => [name, complete(listOf(column))]));
  const points = columns.x ?? columns.p ?? columns.q ?? columns.m ?? [];
  const family = familyOf(testCase.id);
  return points.map((point, i) => {
    const special = SPECIAL[field];
    if (special) return special(point);
    const parameters = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[i] ?? column[0]!]));
    const answer = FIELDS[field];
    if (!family || !answer) throw new Error(`no distribution or function known for ${testCase.id} ${field}`);
    return answer(family(parameters), point);
  });
}

/** Distribution functions on a grid. */
export const distributionOperations: Operations = {
  distribution: (testCase) => Object.fromEntries(Object.keys(testCase.expected).map((field) => [field, evaluate(testCase, field)])),
};
