import type { Study } from "@calcar/catalog/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import { ProportionAnswer } from "../schema.ts";
import { proportionOf } from "../testing/known-answers.ts";
import { countedStudy, proportionQuestion, smallCatalog } from "../testing/small-catalog.ts";

const uncontrolled = (id: string, events: number, total: number, unit: string | undefined = "hips"): Study => {
  const study = countedStudy([id, events, total, 0, 1], { designClass: "uncontrolled" });
  const [cells] = study.outcomes;
  return { ...study, arms: study.arms.slice(0, 1), outcomes: [{ ...cells!, ...(unit ? { unit } : {}) }] };
};

function ask(...studies: Study[]): ProportionAnswer {
  const answer = answerQuestion(smallCatalog(studies, [proportionQuestion("q")]), "q", { ...FIRST_SHOWN, tau2: "DL" });
  if (!answer.ok || answer.value.kind !== "proportion") throw new Error("no proportion");
  return answer.value;
}

/** Worked by the compilers of the evidence file with an independent program; printed to four decimals. */
it.each([
  [17, 55, 0.2028, 0.4403],
  [4, 29, 0.055, 0.3056],
  [12, 216, 0.0321, 0.0946],
])("gives %d of %d the interval of Wilson", (events, total, low, high) => {
  const [l, h] = ask(uncontrolled("a", events, total)).studies[0]!.ci;
  expect([Math.abs(l - low), Math.abs(h - high)].every((gap) => gap < 5.1e-5)).toBe(true);
});

it("has bounds that hold the share, within 0 and 1", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
      const [{ ci, estimate }] = ask(uncontrolled("a", Math.round(share * total), total)).studies as [ProportionAnswer["studies"][number]];
      return 0 <= ci[0] && ci[0] <= estimate && estimate <= ci[1] && ci[1] <= 1;
    }),
  );
});

it("pools on the logit scale as worked elsewhere", () => {
  // Replacement after a hip cell product, 17/55 and 4/29: 0.228 (0.099 to 0.443), I2 64.5, DerSimonian-Laird.
  const { pooled } = ask(uncontrolled("a", 17, 55), uncontrolled("b", 4, 29));
  expect([pooled!.estimate, ...pooled!.ci].map((value) => value.toFixed(3))).toEqual(["0.228", "0.099", "0.443"]);
  expect(pooled!.i2.toFixed(1)).toBe("64.5");
});

describe("does not pool", () => {
  it.each<[string, Study[], string]>([
    ["one series", [uncontrolled("a", 1, 10)], "One series: nothing is pooled."],
    ["series in which nobody had the event", [uncontrolled("a", 0, 10), uncontrolled("b", 0, 30)], "Nobody had the event in any series"],
    ["hips with patients", [uncontrolled("a", 1, 10), uncontrolled("b", 2, 30, "patients")], "Some series count hips and others patients"],
  ])("%s, and says why", (_, studies, why) => {
    const answer = ask(...studies);
    expect(answer.pooled).toBeNull();
    expect(answer.notPooled).toContain(why);
    expect(answer.studies.every(({ weight }) => weight === null)).toBe(true);
  });
});

describe.each(["hip-oa-adverse-events", "hip-oa-serious-adverse-events", "hip-oa-conversion", "onfh-late-conversion-frequency"])(
  "%s",
  (id) => {
    it("keeps its schema and never speaks of an effect", () => {
      const answer = proportionOf(id);
      expect(ProportionAnswer.parse(answer)).toEqual(answer);
      expect(answer.warnings[0]).toContain("no control group: how often it happened, not whether the treatment");
      expect(Object.keys(answer)).not.toContain("estimate");
    });
  },
);

it("shows that none in so few leaves room for a risk", () => {
  const rows = proportionOf("hip-oa-serious-adverse-events").studies;
  expect(rows.map(({ events }) => events)).toEqual([0, 0, 0, 0]);
  expect(Math.max(...rows.map(({ ci }) => ci[1]))).toBeGreaterThan(0.25);
});

it("counts unclear loss and measurement against the certainty, and not the lack of a control", () => {
  const domain = (id: string) => proportionOf(id).certainty.domains.find((one) => one.domain === "risk-of-bias")!;
  expect(domain("hip-oa-adverse-events")).toMatchObject({ judgement: "serious", reason: expect.stringContaining("Centeno 2014") });
  expect(domain("onfh-late-conversion-frequency").reason).not.toContain("control");
});
