export interface Node {
  readonly x: number;
  readonly weight: number;
}

/** Nodes and weights of Gauss-Legendre quadrature on -1 to 1, by Newton's steps on the recurrence. */
export function gaussLegendre(count: number): readonly Node[] {
  return Array.from({ length: count }, (_, i) => {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      const { value, derivative } = legendre(count, x);
      slope = derivative;
      const move = value / derivative;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    return { x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}

function legendre(count: number, x: number): { value: number; derivative: number } {
  let before = 1;
  let value = x;
  for (let n = 2; n <= count; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return { value, derivative: (count * (x * value - before)) / (x * x - 1) };
}

/** Nodes and weights for integrals of f(x) exp(-x^2) over the line (Gauss-Hermite). */
export function gaussHermite(count: number): readonly Node[] {
  const nodes: Node[] = [];
  for (let i = 0; i < count; i++) {
    const x = hermiteRoot(count, i);
    const { derivative } = hermite(count, x);
    nodes.push({ x, weight: 2 / (derivative * derivative) });
  }
  return nodes;
}

/** Orthonormal Hermite polynomial and its derivative. */
function hermite(count: number, x: number): { value: number; derivative: number } {
  let before = 0;
  let value = Math.PI ** -0.25;
  for (let n = 1; n <= count; n++) [before, value] = [value, x * Math.sqrt(2 / n) * value - Math.sqrt((n - 1) / n) * before];
  return { value, derivative: Math.sqrt(2 * count) * before };
}

/** The i-th root in ascending order, by bisection on the number of sign changes (Sturm) and a Newton finish. */
function hermiteRoot(count: number, index: number): number {
  let low = -Math.sqrt(2 * count + 2);
  let high = -low;
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (rootsBelow(count, middle) > index) high = middle;
    else low = middle;
  }
  const x = (low + high) / 2;
  const { value, derivative } = hermite(count, x);
  return x - value / derivative;
}

/** Number of roots of the Hermite polynomial below x: the positive terms of the Sturm sequence. */
function rootsBelow(count: number, x: number): number {
  let ratio = -x;
  let positive = ratio < 0 ? 1 : 0;
  for (let n = 1; n < count; n++) {
    ratio = -x - n / 2 / (ratio || 1e-300);
    if (ratio < 0) positive++;
  }
  return positive;
}
