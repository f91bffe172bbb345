import { expect, it } from "vitest";
import { type Concave, climbFrom } from "./concave-ascent.ts";
import { dependentColumns } from "./dependent-columns.ts";
import { matrixOf } from "./matrix.ts";

const at =
  (f: (x: number) => readonly [number, number, number]) =>
  (beta: Float64Array): Concave => {
    const [logLik, slope, curvature] = f(beta[0]!);
    return { logLik, score: Float64Array.of(slope), information: matrixOf([[curvature]]) };
  };

it("finds the top of a parabola in one step", () => {
  const f = at((x) => [-((x - 3) ** 2), -2 * (x - 3), 2]);
  expect(climbFrom(f(Float64Array.of(0)), f, 5)).toMatchObject({ converged: true, beta: Float64Array.of(3) });
});

it("halves steps that overshoot", () => {
  // x - exp(x) from -6: Newton's first step goes to 397
  const f = at((x) => [x - Math.exp(x), 1 - Math.exp(x), Math.exp(x)]);
  const steep = (beta: Float64Array) => f(beta.map((value) => value - 6));
  const climb = climbFrom(steep(Float64Array.of(0)), steep, 60);
  expect(climb.converged).toBe(true);
  expect(climb.beta[0]).toBeCloseTo(6, 8);
});

it("names the coordinate of a hill without a top", () => {
  const f = at((x) => [-Math.exp(-x), Math.exp(-x), Math.exp(-x)]);
  expect(climbFrom(f(Float64Array.of(0)), f, 60)).toMatchObject({ converged: false, diverging: [0] });
});

it("tells dependent columns, and columns of nothing", () => {
  const cross = matrixOf([
    [2, 2, 0, 1],
    [2, 2, 0, 1],
    [0, 0, 0, 0],
    [1, 1, 0, 5],
  ]);
  expect(dependentColumns(cross)).toEqual([1, 2]);
});
