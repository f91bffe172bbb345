import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { english } from "../messages/testing.ts";
import type { ChangeSeries, NothingDirect, Pooled, ProportionAnswer } from "./shapes.ts";

const CERTAINTY: Pooled["certainty"] = {
  level: "very-low",
  levelBy: "person",
  computedLevel: "very-low",
  signedBy: null,
  domains: [],
  upgrades: [],
};
const MEMBERSHIP = { without: [], widened: [], refused: [], elsewhere: 0 };

/** Two trials that do not settle a question: counts and result of the double-blind trials on hip replacement. For tests. */
export const pooled = (part: Partial<Pooled> = {}): Pooled => ({
  question: "PS3b",
  kind: "effect",
  asks: "Fewer replacements?",
  population: "osteonecrosis",
  outcome: "conversion to hip replacement",
  comparison: { intervention: "decompression with cells", comparator: "decompression alone" },
  favoursIntervention: "lower",
  measure: "RR",
  k: 2,
  n: 100,
  estimate: 1.0683,
  se: 0.2021,
  ci: [0.7189, 1.5876],
  p: 0.7436,
  pi: null,
  tau2: 0,
  tau2Ci: null,
  i2: 0,
  h2: 1,
  q: 0.79,
  df: 1,
  qP: 0.37,
  tau2Method: "REML",
  ciMethod: "z",
  counted: "hips",
  ...MEMBERSHIP,
  studies: [trial("hauzeur-2018", "Hauzeur 2018", [15, 23], [15, 23]), trial("jayankura-2023", "Jayankura 2023", [6, 25], [4, 29])],
  leaveOneOut: [],
  subgroups: [],
  smallStudy: { refused: { kind: "not-applicable", code: "too-few-studies", reason: "A test needs 10 studies or more; here are 2." } },
  per1000: [],
  certainty: CERTAINTY,
  shows: "Shows.",
  doesNotShow: "Does not show.",
  warnings: [],
  lastSearched: "2026-11-21",
  freshUntil: "2027-05-23",
  knowledge: "0123456789abcdef",
  ...part,
});

type Counts = readonly [events: number, total: number];

const trial = (id: string, label: string, [a, n]: Counts, [b, m]: Counts): Pooled["studies"][number] => ({
  id,
  label,
  year: Number(label.slice(-4)),
  design: "randomised, double-blind",
  intervention: { events: a, total: n },
  comparator: { events: b, total: m },
  yi: 0,
  vi: 0.05,
  estimate: 1,
  ci: [0.66, 1.53],
  weight: 50,
  verified: "source-text",
  beyond: [],
  riskOfBias: null,
});

/** One uncontrolled series that leaves out what it can. For tests. */
export const series = (part: Partial<ChangeSeries["series"][number]> = {}): ChangeSeries => ({
  question: "pain",
  kind: "change",
  asks: "How does pain change?",
  population: "hip osteoarthritis",
  outcome: "pain",
  k: 1,
  n: null,
  ...MEMBERSHIP,
  series: [
    {
      id: "someone-2020",
      outcome: "pain-6",
      label: "Someone 2020",
      design: "no control group",
      product: "marrow concentrate",
      instrument: "VAS pain",
      scale: "range not stated, lower is better",
      range: null,
      higherIsBetter: false,
      statistic: "mean",
      n: null,
      months: null,
      timepoint: "time not stated",
      before: null,
      after: 3,
      change: null,
      changeDerived: false,
      verified: "secondary-source",
      beyond: [],
      riskOfBias: null,
      ...part,
    },
  ],
  certainty: CERTAINTY,
  shows: "Shows.",
  doesNotShow: "Does not show.",
  warnings: [],
  lastSearched: "2026-11-21",
  freshUntil: "2027-05-23",
  knowledge: "0123456789abcdef",
});

/** Two series without a control group in which something was counted. For tests. */
export const proportion = (part: Partial<ProportionAnswer> = {}): ProportionAnswer => ({
  question: "conversion",
  kind: "proportion",
  asks: "How many are replaced?",
  population: "hip osteoarthritis",
  outcome: "conversion to hip replacement",
  k: 2,
  n: 84,
  pooled: { estimate: 0.228, ci: [0.099, 0.443], pi: null, tau2: 0.4, i2: 64.5 },
  notPooled: null,
  tau2Method: "DL",
  ciMethod: "z",
  ...MEMBERSHIP,
  studies: [],
  certainty: CERTAINTY,
  shows: "Shows.",
  doesNotShow: "Does not show.",
  warnings: [],
  lastSearched: "2026-11-21",
  freshUntil: "2027-05-23",
  knowledge: "0123456789abcdef",
  ...part,
});

/** A question that no study answers. For tests. */
export const nothing: NothingDirect = {
  question: "vein",
  kind: "nothing-direct",
  asks: "Into a vein?",
  population: "hip osteoarthritis",
  outcome: "any",
  k: 0,
  n: 0,
  ...MEMBERSHIP,
  nearest: [],
  shows: "Nothing.",
  doesNotShow: "Does not show.",
  warnings: [],
  lastSearched: "2026-11-21",
  freshUntil: "2027-05-23",
  knowledge: "0123456789abcdef",
};

/** What a reader of English reads of a part of a page. For tests. */
export const read = (part: ReactNode): string =>
  render(
    <IntlProvider locale="en" messages={english}>
      {part}
    </IntlProvider>,
  ).container.textContent ?? "";
