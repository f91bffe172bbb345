import { boxMinimum } from "../numerics/box-minimum.ts";
import { cholesky, choleskyInverse, choleskySolve } from "../numerics/cholesky.ts";
import { numericalHessian } from "../numerics/hessian.ts";
import { dot, type Matrix } from "../numerics/matrix.ts";
import { integrated } from "./adaptive-quadrature.ts";
import type { Arms } from "./arms.ts";
import type { GlmmParts } from "./glmm-parts.ts";
import { ownEffect, type StudyLikelihood } from "./study-likelihood.ts";

/** Baselines normal about gamma with deviation sigma. */
interface Baselines {
  readonly gamma: number;
  readonly sigma: number;
}

/**
 * Normal baselines, independent of the effects. With both random the likelihood is Laplace's approximation, as is usual for two
 * random terms; with a common effect the one integral left is taken by adaptive quadrature.
 */
export function randomBaselines(arms: readonly Arms[]): GlmmParts {
  const start = arms.reduce((sum, { level }) => sum + level / arms.length, 0);
  const best = (theta: number, tau: number): Baselines & { value: number } => {
    const f = (x: Float64Array) => -arms.reduce((sum, study) => sum + marginal(study, theta, tau, { gamma: x[0]!, sigma: x[1]! }), 0);
    const { x, value } = boxMinimum({ f, start: [start, 0.7], low: [-30, 1e-4], high: [30, 20] });
    return { gamma: x[0]!, sigma: x[1]!, value: -value };
  };
  return {
    logLik: (theta, tau) => best(theta, tau).value,
    conditional: (theta, tau) => {
      const baselines = best(theta, tau);
      return arms.reduce((sum, study) => sum + jointMode(study, theta, tau, baselines).likelihood, 0);
    },
    sigma2: (theta, tau) => best(theta, tau).sigma ** 2,
    ...saturatedFit(arms, start),
  };
}

/** A study's likelihood in its baseline when its effect is given. */
const inBaseline =
  ({ first, second }: Arms, theta: number): StudyLikelihood =>
  (s) => {
    const a = first(s + theta / 2);
    const c = second(s - theta / 2);
    return { value: a.value + c.value, slope: a.slope + c.slope, information: a.information + c.information };
  };

function marginal(study: Arms, theta: number, tau: number, baselines: Baselines): number {
  if (tau === 0) return integrated(inBaseline(study, theta), baselines.gamma, baselines.sigma);
  const { height, logDet } = jointMode(study, theta, tau, baselines);
  return height - logDet / 2;
}

/** Mode over both standardised random terms, by damped Newton steps. */
function jointMode({ first, second }: Arms, theta: number, tau: number, { gamma, sigma }: Baselines) {
  const at = (z: number, w: number) => {
    const a = first(gamma + sigma * z + (theta + tau * w) / 2);
    const c = second(gamma + sigma * z - (theta + tau * w) / 2);
    return { a, c, likelihood: a.value + c.value, height: a.value + c.value - (z * z + w * w) / 2 };
  };
  let z = 0;
  let w = 0;
  let here = at(z, w);
  for (let step = 0; step < 100; step++) {
    const { a, c } = here;
    const slopeZ = sigma * (a.slope + c.slope) - z;
    const slopeW = (tau / 2) * (a.slope - c.slope) - w;
    const { zz, ww, zw, determinant } = curvature(here, sigma, tau);
    const moveZ = (ww * slopeZ - zw * slopeW) / determinant;
    const moveW = (zz * slopeW - zw * slopeZ) / determinant;
    let size = 1;
    let next = at(z + moveZ, w + moveW);
    for (; next.height < here.height && size > 1e-6; size /= 2) next = at(z + (moveZ * size) / 2, w + (moveW * size) / 2);
    z += moveZ * size;
    w += moveW * size;
    here = next;
    if (Math.abs(moveZ) + Math.abs(moveW) < 1e-9) break;
  }
  return { ...here, logDet: Math.log(curvature(here, sigma, tau).determinant) };
}

function curvature({ a, c }: { a: { information: number }; c: { information: number } }, sigma: number, tau: number) {
  const zz = 1 + sigma ** 2 * (a.information + c.information);
  const ww = 1 + (tau ** 2 / 4) * (a.information + c.information);
  const zw = ((sigma * tau) / 2) * (a.information - c.information);
  return { zz, ww, zw, determinant: zz * ww - zw * zw };
}

/**
 * One effect per study beside the random baselines, which are those of the second group: the likelihood, and the Wald test that
 * the effects are equal. A study without a finite effect takes part in the baselines only.
 */
function saturatedFit(arms: readonly Arms[], start: number): Pick<GlmmParts, "saturated" | "single" | "wald"> {
  const k = arms.length;
  const own =
    ({ first, second }: Arms, effect: number): StudyLikelihood =>
    (s) => {
      const a = first(s + effect);
      const c = second(s);
      return { value: a.value + c.value, slope: a.slope + c.slope, information: a.information + c.information };
    };
  const cost = (x: Float64Array) => -arms.reduce((sum, study, i) => sum + integrated(own(study, x[i + 2]!), x[0]!, x[1]!), 0);
  const first = arms.map((study) => Math.max(-3, Math.min(3, ownEffect(study.first).effect - ownEffect(study.second).effect)));
  const best = boxMinimum({
    f: cost,
    start: [start, 0.7, ...first],
    low: [-30, 1e-4, ...first.map(() => -FAR)],
    high: [30, 20, ...first.map(() => FAR)],
  });
  const finite = Array.from({ length: k + 2 }, (_, i) => i).filter((i) => i < 2 || Math.abs(best.x[i]!) < FAR / 2);
  const information = numericalHessian(
    (part) => cost(insert(best.x, finite, part)),
    Float64Array.from(finite, (i) => best.x[i]!),
    finite.map(() => 1e-3),
  );
  const wald = waldOf(
    information,
    Float64Array.from(finite.slice(2), (i) => best.x[i]!),
  );
  return { saturated: -best.value, single: [], ...(wald === undefined ? {} : { wald }) };
}

/** A log odds ratio beyond which a table no longer tells. */
const FAR = 25;

function insert(whole: Float64Array, places: readonly number[], part: Float64Array): Float64Array {
  const out = Float64Array.from(whole);
  places.forEach((place, n) => {
    out[place] = part[n]!;
  });
  return out;
}

/** Spread of the effects about their generalised mean; the first two parameters are the baselines'. */
function waldOf(information: Matrix, effects: Float64Array): number | undefined {
  const factor = cholesky(information);
  if (!factor) return undefined;
  const ofEffects = cholesky(
    choleskyInverse(factor)
      .slice(2)
      .map((row) => row.slice(2)),
  );
  if (!ofEffects) return undefined;
  const ones = new Float64Array(effects.length).fill(1);
  const unit = choleskySolve(ofEffects, ones);
  return dot(effects, choleskySolve(ofEffects, effects)) - dot(unit, effects) ** 2 / dot(unit, ones);
}
