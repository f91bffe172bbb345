import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boxMinimum,
  brentMinimum,
  brentRoot,
  cholesky,
  choleskyInverse,
  digamma,
  logBeta,
  logGamma,
  qr,
  qrSolve,
  symmetricEigen,
  trigamma,
} from "./index.ts";
import { log1pMinus } from "./log1p-minus.ts";
import { dot, type Matrix, matrixOf, multiply, multiplyVector, subtract, toRows, transpose } from "./matrix.ts";
import { gaussHermite, gaussLegendre } from "./quadrature.ts";

const size = (a: Matrix) => Math.max(...toRows(a).flat().map(Math.abs));

const entry = fc.double({ min: -10, max: 10, noNaN: true });
const square = fc
  .integer({ min: 1, max: 7 })
  .chain((n) => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));

describe("small matrices", () => {
  it("Cholesky rebuilds a positive definite matrix and inverts it", () => {
    fc.assert(
      fc.property(square, (rows) => {
        const a = matrixOf(rows);
        const positive = multiply(a, transpose(a)).map((row, i) => row.map((value, j) => value + (i === j ? 1 : 0)));
        const l = cholesky(positive)!;
        const left = multiply(choleskyInverse(l), positive);
        const unit = left.map((row, i) => row.map((value, j) => value - (i === j ? 1 : 0)));
        return size(subtract(multiply(l, transpose(l)), positive)) < 1e-11 * size(positive) && size(unit) < 1e-9;
      }),
    );
  });

  it("Cholesky knows a matrix that is not positive definite", () => {
    expect(
      cholesky(
        matrixOf([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBeUndefined();
    expect(cholesky(matrixOf([[0]]))).toBeUndefined();
    expect(cholesky(matrixOf([[Number.NaN]]))).toBeUndefined();
    expect(
      cholesky(
        matrixOf([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBeUndefined();
  });

  it("eigenvectors are orthonormal and rebuild the matrix", () => {
    fc.assert(
      fc.property(square, (rows) => {
        const a = matrixOf(rows);
        const symmetric = a.map((row, i) => row.map((value, j) => value + a[j]![i]!));
        const { values, vectors } = symmetricEigen(symmetric);
        const scaled = vectors.map((row) => row.map((value, j) => value * values[j]!));
        const ascending = values.every((value, i) => i === 0 || value >= values[i - 1]!);
        return ascending && size(subtract(multiply(scaled, transpose(vectors)), symmetric)) <= 1e-11 * (1 + size(symmetric));
      }),
    );
  });

  it("QR solves least squares: residuals are orthogonal to the columns", () => {
    const a = matrixOf([
      [1, 0, 2],
      [1, 1, 1],
      [1, 2, 5],
      [1, 3, 0],
      [1, 4, 3],
    ]);
    const b = [1, 3, 2, 5, 4];
    const decomposition = qr(a);
    const fitted = multiplyVector(a, qrSolve(decomposition, b));
    const residuals = b.map((value, i) => value - fitted[i]!);
    expect(decomposition.rank).toBe(3);
    for (const column of transpose(a)) expect(dot(column, residuals)).toBeCloseTo(0, 12);
  });

  it("QR counts columns that others determine", () => {
    expect(
      qr(
        matrixOf([
          [1, 2, 3],
          [1, 3, 4],
          [1, 5, 6],
          [1, 7, 8],
        ]),
      ).rank,
    ).toBe(2);
  });
});

describe("roots and minima", () => {
  it("finds a root to the last digits, and knows a bracket without a change of sign", () => {
    expect(brentRoot((x) => x ** 3 - 2, 0, 4)).toBeCloseTo(2 ** (1 / 3), 15);
    expect(brentRoot((x) => x * x + 1, -1, 1)).toBeUndefined();
    expect(brentRoot(Math.log, 1e-300, 1e300)).toBeCloseTo(1, 14);
  });

  it("finds the minimum of a kinked and of a smooth function", () => {
    expect(brentMinimum((x) => Math.abs(x - 0.3), -1, 5).x).toBeCloseTo(0.3, 7);
    expect(brentMinimum((x) => (x - 2) ** 4, -10, 10).x).toBeCloseTo(2, 2);
  });

  it("finds Rosenbrock's minimum, inside the box and at its edge", () => {
    const f = ([x, y]: Float64Array) => 100 * (y! - x! ** 2) ** 2 + (1 - x!) ** 2;
    const free = boxMinimum({ f, start: [-1.2, 1] });
    expect([...free.x].map((value) => Math.abs(value - 1) < 1e-6)).toEqual([true, true]);
    const edge = boxMinimum({ f, start: [-1.2, 1], high: [0.5, 9] });
    expect(edge.x[0]).toBe(0.5);
    expect(edge.value).toBeCloseTo(0.25, 8);
  });

  it("steps around points where the function does not exist", () => {
    const best = boxMinimum({ f: ([x]) => (x! <= 0 ? Number.NaN : x! - Math.log(x!)), start: [5] });
    expect(best.x[0]).toBeCloseTo(1, 6);
  });
});

describe("special functions", () => {
  it("log-gamma follows its recurrence, also beside its zeros", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (x) => Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) <= 4e-15 * (2 + Math.abs(logGamma(x + 1))),
      ),
    );
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    expect(logGamma(1 + 2 ** -33) / (-0.5772156649015329 * 2 ** -33)).toBeCloseTo(1, 9);
    expect(() => logGamma(0)).toThrow(RangeError);
  });

  it("digamma and trigamma follow theirs", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (x) => {
        const first = Math.abs(digamma(x + 1) - digamma(x) - 1 / x);
        const second = Math.abs(trigamma(x) - trigamma(x + 1) - 1 / x ** 2);
        return first <= 1e-13 * (1 + 1 / x) && second <= 1e-13 * (1 + 1 / x ** 2);
      }),
    );
  });

  it("log-beta does not cancel for sizes that differ by ten orders", () => {
    // B(2, b) = 1 / (b (b + 1))
    expect(logBeta(2, 1e10) / -(Math.log(1e10) + Math.log1p(1e10))).toBeCloseTo(1, 14);
  });

  it("log(1 + u) - u keeps its digits near 0", () => {
    expect(log1pMinus(1e-9) / -5e-19).toBeCloseTo(1, 8);
    expect(log1pMinus(0.5)).toBeCloseTo(Math.log(1.5) - 0.5, 15);
  });

  it("quadrature is exact for polynomials", () => {
    const legendre = gaussLegendre(7).reduce((sum, { x, weight }) => sum + weight * x ** 12, 0);
    expect(legendre).toBeCloseTo(2 / 13, 14);
    const hermite = gaussHermite(9).reduce((sum, { x, weight }) => sum + weight * x ** 16, 0);
    expect(hermite / (Math.sqrt(Math.PI) * 7918.06640625)).toBeCloseTo(1, 12); // 15!! / 2^8
  });
});
