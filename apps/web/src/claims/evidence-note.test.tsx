// @vitest-environment jsdom
import { cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { read } from "../evidence/testing.tsx";
import { EvidenceFacts } from "./evidence-note.tsx";
import type { Evidence } from "./shapes.ts";

afterEach(cleanup);

const EFFECT: Evidence = {
  outcome: "hip-replacement",
  condition: "onfh",
  about: "hip replacement in osteonecrosis",
  question: "PS3b",
  kind: "effect",
  asks: "Fewer replacements?",
  measure: "RR",
  estimate: 1.0683,
  ci: [0.7189, 1.5876],
  results: [],
  k: 2,
  n: 100,
  certainty: "very-low",
  lastSearched: "2024-05-01",
  stale: true,
  says: "",
};
const said = (part: Partial<Evidence>): string => read(<EvidenceFacts evidence={{ ...EFFECT, ...part }} />);

it("says estimate, studies, counted, certainty, date, and that the search is overdue", () => {
  const text = said({});
  for (const part of [
    "Risk ratio 1.07",
    "0.72 to 1.59",
    "Studies (k)2",
    "Counted (n)100",
    "very low",
    "May 1, 2024",
    "95%",
    "search overdue",
  ])
    expect(text).toContain(part);
});

it("calls a fresh search nothing", () => expect(said({ stale: false })).not.toContain("overdue"));

it("gives no estimate where there was no control group", () => {
  const text = said({ kind: "change" });
  expect(text).toContain("Changes without a control group");
  expect(text).not.toContain("1.07");
});

it("gives each study's number with its denominator where nothing was compared", () => {
  const text = said({
    kind: "proportion",
    measure: "proportion",
    estimate: 0.31,
    ci: [0.2, 0.44],
    results: ["17 of 55 patients, 31%"],
    k: 1,
    n: 55,
  });
  for (const part of ["17 of 55 patients, 31%", "A frequency, not an effect", "Studies (k)1", "Counted (n)55"])
    expect(text).toContain(part);
});

it("says what is not stated and what is not graded", () => {
  const { n: _n, certainty: _certainty, ...rest } = EFFECT;
  expect(read(<EvidenceFacts evidence={{ ...rest, kind: "change", k: 2 }} />)).toContain("not stated by every study");
  const text = read(<EvidenceFacts evidence={{ ...rest, kind: "nothing-direct", k: 0 }} />);
  expect(text).toContain("not graded: no study");
  expect(text).not.toContain("Counted");
});
