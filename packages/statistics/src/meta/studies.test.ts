import { describe, expect, it } from "vitest";
import { type CleanStudies, cleanStudies, type StudyInput } from "./studies.ts";

function clean(input: StudyInput): CleanStudies {
  const result = cleanStudies(input);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const refusal = (input: StudyInput) => {
  const result = cleanStudies(input);
  return result.ok ? undefined : `${result.refusal.kind}/${result.refusal.code}`;
};

describe("what is kept of studies as given", () => {
  it("all of complete studies, without a flag or a design", () => {
    expect(clean({ yi: [0.1, 0.3], vi: [0.04, 0.02] })).toEqual({
      studies: { y: Float64Array.of(0.1, 0.3), v: Float64Array.of(0.04, 0.02) },
      kept: [0, 1],
      keptModerators: [],
      flags: [],
    });
  });

  it("the rows in which effect, variance and moderators are all recorded, and it says that others were left out", () => {
    const input = { yi: [0.1, undefined, 0.3, 0.4, 0.5], vi: [1, 1, undefined, 1, 2], moderators: [[5, 5, 5, undefined, 7]] };
    expect(clean(input)).toEqual({
      studies: { y: Float64Array.of(0.1, 0.5), v: Float64Array.of(1, 2), x: [Float64Array.of(1, 5), Float64Array.of(1, 7)] },
      kept: [0, 4],
      keptModerators: [0],
      flags: ["studies-omitted"],
    });
  });

  it("negative variances as zero when asked to, and it says so", () => {
    const { studies, flags } = clean({ yi: [1, 2, 3], vi: [0.5, -0.1, 0.2], negativeVariances: "as-zero" });
    expect(studies.v).toEqual(Float64Array.of(0.5, 0, 0.2));
    expect(flags).toEqual(["negative-variance-taken-as-zero", "zero-variance"]);
  });

  it("a variance of zero, with the flag that Q does not exist", () => {
    expect(clean({ yi: [1, 2], vi: [0.5, 0] }).flags).toEqual(["zero-variance"]);
  });

  it("no design when the only moderator is constant, as many studies as coefficients or more", () => {
    for (const yi of [
      [1, 2],
      [1, 2, 3],
    ]) {
      const { studies, keptModerators, flags } = clean({ yi, vi: yi.map(() => 1), moderators: [yi.map(() => 2)] });
      expect(studies.x).toBeUndefined();
      expect([keptModerators, flags]).toEqual([[], ["redundant-moderators-dropped"]]);
    }
  });

  it("as many coefficients as there are studies", () => {
    const { studies } = clean({ yi: [1, 2], vi: [1, 1], moderators: [[3, 4]] });
    expect(studies.x).toEqual([Float64Array.of(1, 3), Float64Array.of(1, 4)]);
  });
});

describe("what is refused", () => {
  it.each<[StudyInput, string]>([
    [{ yi: [1, 2], vi: [1] }, "invalid/lengths-differ"],
    [{ yi: [1, 2], vi: [1, 1], moderators: [[1, 2], [1]] }, "invalid/lengths-differ"],
    [{ yi: [1, 2], vi: [1, Infinity] }, "invalid/not-finite"],
    [{ yi: [1, 2], vi: [1, 1], moderators: [[1, Number.NaN]] }, "invalid/not-finite"],
    [{ yi: [undefined, 1], vi: [1, undefined] }, "incomplete/no-studies"],
    [{ yi: [1, 2], vi: [1, -1e-9] }, "invalid/negative-variance"],
    [
      {
        yi: [1, 2],
        vi: [1, 1],
        moderators: [
          [1, 2],
          [2, 5],
        ],
      },
      "incomplete/too-few-studies",
    ],
    [{ yi: [1, 1.1e37], vi: [1, 1] }, "not-applicable/beyond-range"],
    [{ yi: [1, -1.1e37], vi: [1, 1] }, "not-applicable/beyond-range"],
    [{ yi: [1, 2], vi: [1, 1.1e75] }, "not-applicable/beyond-range"],
    [{ yi: [1, 2], vi: [1, 0.9e-75] }, "not-applicable/beyond-range"],
    [{ yi: [1, 2, 4], vi: [1, 1, 2], moderators: [[1e160, 2e160, 4e160]] }, "not-applicable/beyond-range"],
    [{ yi: [1, 2, 4], vi: [1, 1, 2], moderators: [[0, -1.1e37, 1]] }, "not-applicable/beyond-range"],
    [{ yi: [1, 2, 4], vi: [1, 1, 2], moderators: [[0, 0.9e-37, 0.5e-37]] }, "not-applicable/beyond-range"],
  ])("%j", (input, code) => {
    expect(refusal(input)).toBe(code);
  });

  it("nothing on the edges of the range, nor an effect however small", () => {
    expect(refusal({ yi: [1e37, -1e37], vi: [1e75, 1 / 1e75] })).toBeUndefined();
    expect(refusal({ yi: [1e-300, 0], vi: [1, 1] })).toBeUndefined();
    expect(refusal({ yi: [1, 2, 4], vi: [1, 1, 2], moderators: [[1e37, 1e-300, 0]] })).toBeUndefined();
    expect(refusal({ yi: [1, 2, 4], vi: [1, 1, 2], moderators: [[-1 / 1e37, 0, 1 / 1e37]] })).toBeUndefined();
    expect(refusal({ yi: [1, 2, 4], vi: [1, 1, 2], moderators: [[0, 0, 0]] })).toBeUndefined();
  });

  it("no value that is not finite in a row that is left out anyway", () => {
    expect(clean({ yi: [1, undefined, 2], vi: [1, Number.NaN, 1] }).kept).toEqual([0, 2]);
  });
});
