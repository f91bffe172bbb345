import {
  beta,
  chiSquare,
  type Distribution,
  fisherF,
  gamma,
  noncentralChiSquare,
  noncentralT,
  normal,
  studentT,
} from "../distributions/index.ts";
import { hedgesJ } from "../effect-sizes/hedges-j.ts";
import { digamma, logGamma, trigamma } from "../numerics/gamma-function.ts";
import { complete, type GoldenCase, type Operations } from "./operation.ts";

type Parameters = Readonly<Record<string, number>>;

const FAMILIES: Readonly<Record<string, (p: Parameters) => Distribution>> = {
  norm: () => normal,
  t: (p) => studentT(p.df!),
  chisq: (p) => chiSquare(p.df!),
  beta: (p) => beta(p.a!, p.b!),
  f: (p) => fisherF(p.df1!, p.df2!),
  t_noncentral: (p) => noncentralT(p.df!, p.ncp!),
  chisq_noncentral: (p) => noncentralChiSquare(p.df!, p.ncp!),
  gamma: (p) => gamma(p.shape ?? p.a!, p.rate ?? 1),
};

const SPECIAL: Readonly<Record<string, (x: number) => number | undefined>> = {
  v: logGamma,
  digamma,
  trigamma,
  J: (m) => (m > 1 ? hedgesJ(m) : undefined),
};

const FIELDS: Readonly<Record<string, (d: Distribution, at: number) => number>> = {
  lower: (d, x) => d.tails(x).lower,
  upper: (d, x) => d.tails(x).upper,
  log_lower: (d, x) => d.tails(x).logLower,
  log_upper: (d, x) => d.tails(x).logUpper,
  q: (d, p) => d.quantile(p),
};

/** The family is in the case's id: dist-pnorm, dist-qt, dist-pt_noncentral. */
function familyOf(id: string): string {
  return id.replace(/^dist-[pq]?/, "");
}

function evaluate(testCase: GoldenCase, field: string): (number | undefined)[] {
  const columns = Object.fromEntries(Object.entries(testCase.args).map(([name, column]) => [name, complete(column)]));
  const points = columns.x ?? columns.p ?? columns.m ?? [];
  const family = FAMILIES[familyOf(testCase.id)];
  return points.map((point, i) => {
    const special = SPECIAL[field];
    if (special) return special(point);
    const parameters = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[i]!]));
    if (!family) throw new Error(`no distribution called ${familyOf(testCase.id)}`);
    return FIELDS[field]!(family(parameters), point);
  });
}

/** Distribution functions on a grid. */
export const distributionOperations: Operations = {
  distribution: (testCase) => Object.fromEntries(Object.keys(testCase.expected).map((field) => [field, evaluate(testCase, field)])),
};
