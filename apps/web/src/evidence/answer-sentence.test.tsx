// @vitest-environment jsdom
import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { AnswerSentence } from "./answer-sentence.tsx";
import { nothing, pooled, proportion, read, series } from "./testing.tsx";

const said = (answer: Parameters<typeof AnswerSentence>[0]["answer"]): string => read(<AnswerSentence answer={answer} />);

afterEach(cleanup);

describe("the answer sentence", () => {
  it("names studies, hips, estimate, interval, outcome and both arms", () => {
    expect(said(pooled())).toBe(
      "In 2 studies with 100 hips, risk ratio 1.07 (95% interval 0.72 to 1.59) for conversion to hip replacement, with decompression with cells against decompression alone. The interval holds both fewer and more such events: these studies do not settle the question.",
    );
  });

  it("speaks of fewer events only when the whole interval does", () => {
    expect(said(pooled({ estimate: 0.38, ci: [0.29, 0.51] }))).toContain("The whole interval lies on the side of fewer such events");
    expect(said(pooled({ estimate: 1.9, ci: [1.1, 3.2] }))).toContain("The whole interval lies on the side of more such events");
  });

  it("calls one study one study", () => {
    expect(said(pooled({ k: 1, n: 54 }))).toMatch(/^In one study with 54 hips, /);
  });

  it("never gives a change a number of its own, and says when not everybody is counted", () => {
    const text = said(series());
    expect(text).toContain("In one series, not all of which say how many were counted,");
    expect(text).toContain("They are changes, not effects, and are not pooled.");
    expect(text).not.toMatch(/risk ratio|-1/);
  });

  it("counts who was counted", () => {
    expect(said({ ...series(), k: 5, n: 306 })).toContain("In 5 series with 306 counted (patients or hips, as each study counts),");
  });

  it("counts knees as knees, and speaks of scores where means are compared", () => {
    expect(said(pooled({ counted: "knees", n: 24 }))).toContain("with 24 knees");
    const text = said(pooled({ measure: "MD", estimate: -23, ci: [-33.3, -12.7], counted: "patients" }));
    expect(text).toContain("mean difference \u221223.00 (95% interval \u221233.30 to \u221212.70)");
    expect(text).toContain("The whole interval lies on the side of lower scores");
  });

  it("says how often, and that it is no effect", () => {
    expect(said(proportion())).toBe(
      "In 2 series with 84 counted, without a control group, 23% (95% interval 10% to 44%): conversion to hip replacement. This is how often it happened, not what the treatment did.",
    );
    expect(said(proportion({ pooled: null }))).not.toContain("%");
  });

  it("says that no study answers, without any number", () => {
    expect(said(nothing)).toContain("No study on file answers this question.");
    expect(said(nothing)).not.toMatch(/\d/);
  });
});
