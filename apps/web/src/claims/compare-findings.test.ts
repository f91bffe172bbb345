import { expect, it } from "vitest";
import { compareFindings } from "./compare-findings.ts";
import { found } from "./testing.ts";

it("tells what stayed, what came and what went", () => {
  const safe = found({ quote: "It is safe." });
  const cure = found({ rule: "cure-claim", quote: "It cures." });
  const fresh = found({ rule: "hype-language", quote: "A miracle." });
  const moved = found({ quote: "It  is\nsafe.", start: 40, end: 52 });
  const { added, kept, gone } = compareFindings([safe, cure], [moved, fresh]);
  expect([...kept]).toEqual([moved]);
  expect([...added]).toEqual([fresh]);
  expect(gone).toEqual([cure]);
});

it("counts equal sentences one for one", () => {
  const twice = [found(), found()];
  expect(compareFindings(twice, [found()]).gone).toHaveLength(1);
  expect(compareFindings([found()], twice).added.size).toBe(1);
});

it("calls the same rule in other words another finding", () => {
  const { added, gone } = compareFindings([found({ quote: "It is safe." })], [found({ quote: "It is very safe." })]);
  expect([added.size, gone.length]).toEqual([1, 1]);
});

it("knows what the whole page leaves out again, wherever the page first sells", () => {
  const missing = { rule: "missing-risk-disclosure", scope: "page" as const };
  const now = found({ ...missing, quote: "Come to us.", start: 40, end: 51 });
  expect([...compareFindings([found({ ...missing, quote: "It cures." })], [now]).kept]).toEqual([now]);
});
