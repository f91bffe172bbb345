import { type Matrix, zeros } from "./matrix.ts";

/** Second derivatives by central differences. @param steps step of each coordinate, about 1e-4 of its size */
export function numericalHessian(f: (x: Float64Array) => number, at: Float64Array, steps: ArrayLike<number>): Matrix {
  const n = at.length;
  const out = zeros(n, n);
  const point = Float64Array.from(at);
  const shifted = (moves: readonly (readonly [number, number])[]): number => {
    point.set(at);
    for (const [i, sign] of moves) point[i]! += sign * steps[i]!;
    return f(point);
  };
  const centre = shifted([]);
  for (let i = 0; i < n; i++) {
    out[i]![i] = (shifted([[i, 1]]) - 2 * centre + shifted([[i, -1]])) / steps[i]! ** 2;
    for (let j = 0; j < i; j++) {
      const cross =
        shifted([
          [i, 1],
          [j, 1],
        ]) -
        shifted([
          [i, 1],
          [j, -1],
        ]) -
        shifted([
          [i, -1],
          [j, 1],
        ]) +
        shifted([
          [i, -1],
          [j, -1],
        ]);
      out[i]![j] = cross / (4 * steps[i]! * steps[j]!);
      out[j]![i] = out[i]![j]!;
    }
  }
  return out;
}
