import { gaussHermite, type Node } from "../numerics/quadrature.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";

const NODES: readonly Node[] = gaussHermite(31);

/** log of the integral of a study's likelihood over effects normal about theta with deviation tau: adaptive Gauss-Hermite. @source pinheiro-bates-1995 */
export function integrated(likelihood: StudyLikelihood, theta: number, tau: number): number {
  if (tau === 0) return likelihood(theta).value;
  const { z, curvature } = modeOf(likelihood, theta, tau);
  const scale = Math.SQRT2 / Math.sqrt(curvature);
  let top = -Infinity;
  const logs = NODES.map(({ x, weight }) => {
    const at = z + scale * x;
    const log = Math.log(weight) + x * x + likelihood(theta + tau * at).value - (at * at) / 2;
    top = Math.max(top, log);
    return log;
  });
  const sum = logs.reduce((total, log) => total + Math.exp(log - top), 0);
  return top + Math.log(sum) + Math.log(scale) - Math.log(2 * Math.PI) / 2;
}

/** The standardised effect at which likelihood times normal is highest, by Newton's steps: the log is concave. */
export function modeOf(likelihood: StudyLikelihood, theta: number, tau: number): { z: number; curvature: number } {
  let z = 0;
  let curvature = 1;
  for (let step = 0; step < 100; step++) {
    const { slope, information } = likelihood(theta + tau * z);
    curvature = 1 + tau * tau * information;
    const move = (tau * slope - z) / curvature;
    z += Math.max(-3, Math.min(3, move));
    if (Math.abs(move) < 1e-8) break;
  }
  return { z, curvature };
}
