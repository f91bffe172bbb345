import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import type { CiMethod, Pooled, Tau2Method } from "../schema.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";

/**
 * Worked by an independent program for the evidence file, from the counts of the studies: inverse variance on the log scale,
 * REML, Knapp-Hartung with t(k - 1); printed to four decimals.
 */
const COUNTS = {
  "gangji-2011": [3, 13, 8, 11],
  "hernigou-2018": [35, 125, 90, 125],
  "ma-2014": [2, 25, 8, 24],
  "scitechnol-rct": [3, 26, 5, 24],
  "kang-2018-progression": [19, 53, 20, 53],
  "hauzeur-2018": [15, 23, 15, 23],
  "jayankura-2023": [6, 25, 4, 29],
  "hernigou-2018-tha": [30, 125, 95, 125],
  "kang-2018-tha": [15, 53, 26, 53],
  "lim-2013": [59, 128, 14, 31],
} as const satisfies Record<string, readonly [number, number, number, number]>;

type Name = keyof typeof COUNTS;
type Triple = readonly [estimate: number, low: number, high: number];

interface Set {
  readonly id: string;
  readonly measure?: "OR";
  readonly rows: readonly Name[];
  readonly expected: readonly (readonly [Tau2Method, CiMethod, Triple])[];
  readonly tau2?: Partial<Record<Tau2Method, number>>;
  readonly i2: number;
}

const PS2B: readonly Name[] = ["gangji-2011", "ma-2014", "scitechnol-rct"];
const PS3B: readonly Name[] = ["hauzeur-2018", "jayankura-2023"];
const PS3C: readonly Name[] = [...PS3B, "hernigou-2018-tha", "kang-2018-tha"];

const SETS: readonly Set[] = [
  {
    id: "PS1",
    rows: ["gangji-2011", "hernigou-2018"],
    expected: [
      ["REML", "z", [0.383, 0.2866, 0.5118]],
      ["REML", "hksj", [0.383, 0.1936, 0.7577]],
    ],
    tau2: { REML: 0 },
    i2: 0,
  },
  { id: "PS1-OR", measure: "OR", rows: ["gangji-2011", "hernigou-2018"], expected: [["REML", "z", [0.1476, 0.087, 0.2506]]], i2: 0 },
  {
    id: "PS2",
    rows: [...PS2B, "hernigou-2018"],
    expected: [
      ["REML", "z", [0.3826, 0.2898, 0.5052]],
      ["REML", "hksj", [0.3826, 0.3016, 0.4854]],
      ["REML", "mhksj", [0.3826, 0.2898, 0.5052]], // the wider of the two above
    ],
    tau2: { REML: 0 },
    i2: 0,
  },
  {
    id: "PS2b",
    rows: PS2B,
    expected: [
      ["REML", "z", [0.3491, 0.1706, 0.7145]],
      ["REML", "hksj", [0.3491, 0.1325, 0.9201]],
    ],
    tau2: { REML: 0 },
    i2: 0,
  },
  {
    id: "PS2c",
    rows: [...PS2B, "hernigou-2018", "kang-2018-progression"],
    expected: [
      ["DL", "z", [0.4834, 0.2831, 0.8256]],
      ["REML", "z", [0.4849, 0.2878, 0.817]],
      ["REML", "hksj", [0.4849, 0.2507, 0.938]],
    ],
    tau2: { DL: 0.1942, REML: 0.1793 },
    i2: 62.1,
  },
  {
    id: "PS3",
    rows: [...PS3B, "hernigou-2018-tha"],
    expected: [
      ["FE", "z", [0.5177, 0.4023, 0.6662]],
      ["DL", "z", [0.7475, 0.277, 2.0175]],
      ["REML", "z", [0.7457, 0.2805, 1.9824]],
      ["REML", "hksj", [0.7457, 0.0879, 6.3236]],
    ],
    tau2: { REML: 0.6316 },
    i2: 91.1,
  },
  {
    id: "PS3b",
    rows: PS3B,
    expected: [
      ["REML", "z", [1.0683, 0.7189, 1.5876]],
      ["REML", "hksj", [1.0683, 0.1091, 10.4625]],
    ],
    tau2: { REML: 0 },
    i2: 0,
  },
  {
    id: "PS3c",
    rows: PS3C,
    expected: [
      ["DL", "z", [0.6788, 0.3404, 1.3537]],
      ["REML", "z", [0.676, 0.3452, 1.3239]],
      ["REML", "hksj", [0.676, 0.2228, 2.051]],
    ],
    tau2: { REML: 0.3753 },
    i2: 86.7,
  },
  {
    id: "PS3d",
    rows: [...PS3C, "lim-2013"],
    expected: [
      ["DL", "z", [0.738, 0.4111, 1.3249]],
      ["REML", "z", [0.7322, 0.424, 1.2644]],
      ["REML", "hksj", [0.7322, 0.3373, 1.5894]],
    ],
    tau2: { REML: 0.3061 },
    i2: 86.5,
  },
];

const catalogOf = ({ id, rows, measure }: Set) => {
  const studies = rows.map((name) => countedStudy([name, ...COUNTS[name]]));
  return smallCatalog(studies, [effectQuestion(id, measure ? { measure } : {})]);
};

function pooled(set: Set, tau2: Tau2Method, ci: CiMethod): Pooled {
  const answer = answerQuestion(catalogOf(set), set.id, { tau2, ci, without: [], widen: [] });
  if (!answer.ok || answer.value.kind !== "effect") throw new Error("no pool");
  return answer.value;
}

const DECIMALS = 5.1e-5; // half of the last printed digit

describe.each(SETS)("$id", (set) => {
  it.each(set.expected)("%s with %s is as worked", (tau2, ci, expected) => {
    const answer = pooled(set, tau2, ci);
    for (const [i, value] of [answer.estimate, ...answer.ci].entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(DECIMALS);
    if (set.tau2?.[tau2] !== undefined) expect(Math.abs(answer.tau2 - set.tau2[tau2])).toBeLessThan(DECIMALS);
  });

  it("has the inconsistency as worked, from Q", () => {
    // I2 of the evidence file is 1 - df/Q, which a common-effect model reports.
    expect(Math.abs(pooled(set, "FE", "z").i2 - set.i2)).toBeLessThan(0.051);
  });
});

it("rounds to what the issue asks for", () => {
  const three = (id: string) => {
    const { estimate, ci, i2 } = pooled(SETS.find((set) => set.id === id)!, "REML", "z");
    return [...[estimate, ...ci].map((value) => value.toFixed(3)), i2.toFixed(0)];
  };
  expect(three("PS1")).toEqual(["0.383", "0.287", "0.512", "0"]);
  expect(three("PS3")).toEqual(["0.746", "0.281", "1.982", "91"]);
  expect(three("PS3b")).toEqual(["1.068", "0.719", "1.588", "0"]);
});
