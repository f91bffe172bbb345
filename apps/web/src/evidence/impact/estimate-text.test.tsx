// @vitest-environment jsdom
import { expect, it } from "vitest";
import { read } from "../testing.tsx";
import { EstimateText } from "./estimate-text.tsx";

const shown = (part: Partial<Parameters<typeof EstimateText>[0]["estimate"]>) =>
  read(<EstimateText estimate={{ measure: "RR", k: 3, n: 350, estimate: 0.746, ci: [0.281, 1.982], certainty: "very-low", ...part }} />);

it("gives an effect with its interval and whom it counts", () => {
  expect(shown({})).toBe("RR 0.75 (0.28 to 1.98)3 studies, 350 counted; certainty: very low");
});

it("gives a share as per cent", () => {
  expect(shown({ measure: "proportion", estimate: 0.228, ci: [0.099, 0.443] })).toContain("share 22.8% (9.9% to 44.3%)");
});

it("gives a change no number, and says why", () => {
  expect(shown({ measure: "change", estimate: null, ci: null, n: null })).toBe(
    "a change, never pooled3 studies, number counted not fully stated; certainty: very low",
  );
});

it("gives nothing where nothing was pooled", () => {
  expect(shown({ measure: "proportion", estimate: null, ci: null })).toContain("not pooled");
});
