import { describe, expect, it } from "vitest";
import { blup } from "./blup.ts";
import { cumulative } from "./cumulative.ts";
import { influence } from "./influence.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { regress } from "./regress.ts";

/** Made-up studies; the expected values are from metafor 3.8.1 on R 4.2.2, `rma(yi, vi, mods, method = "DL", test = "knha")`. */
const DATA = { yi: [0.1, 0.5, -0.3, 0.9, 0.2, 0.6], vi: [0.02, 0.05, 0.03, 0.08, 0.01, 0.04], tau2: "DL", ci: "hksj" } as const;
const X = [1, 2, 4, 7, 3, 5];

function cases(moderators?: number[][]) {
  const result = influence({ ...DATA, ...(moderators && { moderators }) });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const agree = (got: readonly number[], expected: readonly number[], digits = 9): void =>
  expected.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, digits);
  });

describe("case diagnostics under Knapp-Hartung", () => {
  it("of a mean: influence()", () => {
    const rows = cases();
    agree(
      rows.map(({ studentised }) => studentised),
      [-0.519833137325, 0.489211426195, -2.110628898606, 1.538606371033, -0.269465489744, 0.798655424658],
    );
    agree(
      rows.map(({ dffits }) => dffits),
      [-0.296568486776, 0.191883701583, -0.811041577815, 0.591269947862, -0.20294804653, 0.355041661768],
    );
    agree(
      rows.map(({ cooksDistance }) => cooksDistance),
      [0.1083052617327, 0.0433241627963, 0.3681939997502, 0.287472141711, 0.0567523013715, 0.1357474990895],
    );
    agree(
      rows.map(({ covarianceRatio }) => covarianceRatio),
      [1.47000931921, 1.395367320248, 0.675401908349, 0.862928207421, 1.575316610557, 1.277511399027],
    );
    agree(
      rows.map(({ dfbetas }) => dfbetas[0]!),
      [-0.300531892104, 0.191041481424, -0.811809536407, 0.612868669164, -0.211230108192, 0.355490751869],
    );
  });

  it("of a regression: influence(), rstandard()", () => {
    const rows = cases([X]);
    agree(
      rows.map(({ standardised }) => standardised),
      [0.2159966125, 1.0785430954, -2.0495891038, 0.9809183165, -0.1584283491, 0.522260655],
    );
    agree(
      rows.map(({ studentised }) => studentised),
      [0.162172582173, 0.960239790683, -3.651272586349, 0.850185552078, -0.136196211796, 0.40919313868],
    );
    agree(
      rows.map(({ dffits }) => dffits),
      [0.160734862121, 0.53974349821, -1.210651484991, 0.970441596314, -0.105100646904, 0.232905752915],
    );
    agree(
      rows.map(({ cooksDistance }) => cooksDistance),
      [0.0376012159048, 0.2967030511331, 0.3285922321911, 1.0120817830005, 0.0192193597118, 0.0683394586001],
    );
    agree(
      rows.map(({ covarianceRatio }) => covarianceRatio),
      [3.4818777367651, 1.3680567074364, 0.0611018151933, 2.6584551411707, 2.1582148886952, 2.1715108248661],
    );
    expect(rows.map(({ dfbetas }) => dfbetas.map((value) => value.toFixed(4)))).toEqual([
      ["0.1674", "-0.1558"],
      ["0.4947", "-0.3341"],
      ["-0.0612", "-0.4838"],
      ["-0.5424", "0.8591"],
      ["-0.0396", "-0.0191"],
      ["-0.0448", "0.1483"],
    ]);
  });
});

it("draws studies to the mean with its Knapp-Hartung error: blup()", () => {
  const rows = blup(DATA);
  if (!rows.ok) throw new Error(rows.refusal.code);
  agree(
    rows.value.map(({ se }) => se),
    [0.131230537605, 0.1882019512761, 0.1552918298289, 0.2191035084498, 0.0962325258834, 0.1735844289646],
  );
});

describe("cumulative meta-analysis", () => {
  const ORDER = [20, 30, 10, 60, 50, 40]; // the third study first, then the first, second, sixth, fifth and fourth

  it("tests the first study alone by its own variance, the next by t: cumul()", () => {
    const rows = cumulative({ ...DATA, ci: "t", orderBy: ORDER });
    if (!rows.ok) throw new Error(rows.refusal.code);
    expect(rows.value.map(({ added, k, df }) => [added, k, df])).toEqual([
      [2, 1, undefined],
      [0, 2, 1],
      [1, 3, 2],
      [5, 4, 3],
      [4, 5, 4],
      [3, 6, 5],
    ]);
    agree(
      rows.value.slice(2).map(({ estimate }) => estimate),
      [0.081548287894, 0.208724080358, 0.199393098673, 0.287770908231],
    );
    agree(
      rows.value.slice(2).map(({ p }) => p),
      [0.7322597289216, 0.3703138083249, 0.2149583480526, 0.0997989972506],
    );
  });

  it("keeps the order of the input where the value is the same", () => {
    const rows = cumulative({ ...DATA, ci: "z", orderBy: [2, 1, 2, 1, 1, 2] });
    expect(rows.ok && rows.value.map(({ added }) => added)).toEqual([1, 3, 4, 0, 2, 5]);
  });

  it.each([
    [[1, 2, 3], "lengths-differ"],
    [[1, 2, 3, 4, 5, Number.NaN], "not-finite"],
  ])("refuses to order by %j", (orderBy, code) => {
    expect(cumulative({ ...DATA, orderBy })).toEqual({ ok: false, refusal: { kind: "invalid", code } });
  });
});

describe("refusals of studies and of models come through", () => {
  const orderBy = DATA.yi.map((_, i) => i);
  it.each<[string, (part: object) => unknown]>([
    ["influence", (part) => influence({ ...DATA, ...part })],
    ["leaveOneOut", (part) => leaveOneOut({ ...DATA, ...part })],
    ["blup", (part) => blup({ ...DATA, ...part })],
    ["cumulative", (part) => cumulative({ ...DATA, ...part, orderBy })],
    ["regress", (part) => regress({ ...DATA, moderators: [X], ...part })],
  ])("%s", (_, analyse) => {
    expect(analyse({ vi: [1] })).toEqual({ ok: false, refusal: { kind: "invalid", code: "lengths-differ" } });
    expect(analyse({ level: 2 })).toEqual({ ok: false, refusal: { kind: "invalid", code: "level" } });
  });

  it.each([influence, leaveOneOut])("of the part without one study too", (analyse) => {
    const two = { yi: [1, 2], vi: [1, 1], tau2: "EE" } as const;
    expect(analyse({ ...two, ci: "t" })).toEqual({ ok: false, refusal: { kind: "incomplete", code: "no-degrees-of-freedom" } });
    expect(analyse({ ...two, yi: [1], vi: [1], ci: "z" })).toEqual({ ok: false, refusal: { kind: "incomplete", code: "no-studies" } });
  });
});
