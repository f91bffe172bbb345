import { problemLine } from "@calcar/vocabulary";
import { describe, expect, it } from "vitest";
import { tableDigest } from "../instrument-entry.ts";
import { parseCatalog } from "../parse-catalog.ts";
import { smallKnowledge } from "../small-knowledge.ts";

const DEFINITION = "instruments/small/definition.yaml";
const VECTORS = "instruments/small/vectors.yaml";
const THRESHOLDS = "instruments/small/thresholds.yaml";
const RESPONDER = "responders/by-mcii.yaml";
const GROUNDS = "[{ source: adams-2020, verified: source-text }]";
const ROWS = [
  [0, 100],
  [1, 60],
  [2, 25],
  [3, 10],
  [4, 0],
];

const FILES: Readonly<Record<string, string>> = {
  [DEFINITION]: `id: small
name: A small score
shortName: Small
version: "1"
reportedBy: patient
about: { en: Two items. }
items:
  - codes: [a1, a2]
    takes: { kind: whole, range: [0, 2], best: 0 }
subscales:
  - id: mean
    name: { en: Mean }
    range: [0, 100]
    direction: higher-better
    items: [a1, a2]
    method: { kind: mean-to-range }
    missing: { kind: mean-of-answered, atLeast: 1 }
    decimals: 1
  - id: table
    name: { en: Table }
    range: [0, 100]
    direction: higher-better
    items: [a1, a2]
    method: { kind: sum-table, table: t }
    missing: { kind: none-allowed }
    decimals: 1
  - id: both
    name: { en: Both }
    range: [0, 200]
    direction: higher-better
    method: { kind: sum-of-subscales, of: [mean, table] }
    decimals: 1
tables:
  - id: t
    title: A table
    rows: [[0, 100], [1, 60], [2, 25], [3, 10], [4, 0]]
    digest: ${tableDigest(ROWS)}
    grounds: ${GROUNDS}
loinc:
  - { code: "82319-5", names: { item: a1 }, meaningRead: true, source: adams-2020, verified: source-text }
licence: { status: licence-needed, wording: none, terms: { en: Ask. }, grounds: ${GROUNDS} }
unconfirmed:
  - id: row
    bears: { on: table-row, table: t, raw: 4 }
    says: { en: One row is doubtful. }
    until: { en: The sheet. }
    grounds: ${GROUNDS}
grounds: [{ for: [items], source: adams-2020, verified: source-text }]
history: [{ on: "2026-11-21", says: { en: First. } }]
stillValidOn: "2026-11-21"
`,
  [VECTORS]: `- it: best
  answers: { a1: 0, a2: 0 }
  scores: { mean: 100 }
  origin: by-hand
  source: adams-2020
  verified: source-text
`,
  [THRESHOLDS]: `thresholds:
  - id: small-mcii
    subscale: mean
    kind: MCII
    value: 10
    unit: points
    meaning: improvement
    scale: [0, 100]
    population: { en: somebody }
    time: { en: a year }
    method: { en: anchor }
    grounds: ${GROUNDS}
`,
  [RESPONDER]: `id: by-mcii
name: By MCII
version: "1"
says: { en: Better. }
rule: { kind: improvement-by-threshold, thresholdKind: MCII }
cases:
  - { it: a, facts: { baseline: 1 }, threshold: small-mcii, answer: unknown, origin: by-hand, source: adams-2020, verified: source-text }
  - { it: b, facts: {}, threshold: small-mcii, answer: unknown, origin: by-hand, source: adams-2020, verified: source-text }
grounds: ${GROUNDS}
stillValidOn: "2026-11-21"
`,
};

function problems(file: string, from: string, to: string): string[] {
  const text = FILES[file]!;
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  const files = Object.entries({ ...FILES, [file]: text.replace(from, to) }).map(([path, content]) => ({ path, text: content }));
  const parsed = parseCatalog([...smallKnowledge(), ...files]);
  return parsed.ok ? [] : parsed.problems.map((problem) => problemLine(problem).replace(/^knowledge\//, ""));
}

it("takes a small instrument with example, threshold and responder", () =>
  expect(problems(DEFINITION, "id: small", "id: small")).toEqual([]));

describe("items", () => {
  it.each([
    ["a code that stands twice", "codes: [a1, a2]", "codes: [a1, a1]", "item a1 stands twice"],
    ["a best answer in the middle", "best: 0", "best: 1", "best is 1; expected 0 or 2"],
    [
      "wording where the licence keeps it",
      "best: 0 }",
      "best: 0 }\n    labels: { a1: { en: Stairs } }",
      "carries wording; expected codes only",
    ],
    ["a part of nothing", "reportedBy", "partOf: whole\nreportedBy", "instrument whole is not in knowledge/instruments"],
  ])("refuse %s", (_, from, to, message) => expect(problems(DEFINITION, from, to).join("\n")).toContain(message));
});

describe("subscales", () => {
  it.each([
    [
      "an item there is not",
      "items: [a1, a2]\n    method: { kind: mean",
      "items: [a1, a9]\n    method: { kind: mean",
      "there is no item a9",
    ],
    ["a method there is not", "kind: mean-to-range", "kind: median", "subscales[0].method.kind"],
    ["a subscale that comes later", "of: [mean, table]", "of: [mean, both]", "no earlier subscale is both"],
    ["a gap in a table", "missing: { kind: none-allowed }", "missing: { kind: mean-of-answered, atLeast: 1 }", "sum-table takes no gap"],
    ["a gap rule that asks for all", "atLeast: 1", "atLeast: 2", "2 of 2; expected fewer than 2"],
    ["a range that the items do not reach", "method: { kind: mean-to-range }", "method: { kind: sum }", "the items reach 0 to 4"],
  ])("refuse %s", (_, from, to, message) => expect(problems(DEFINITION, from, to).join("\n")).toContain(message));
});

describe("tables", () => {
  const withRows = (rows: number[][]) =>
    problems(
      DEFINITION,
      `rows: [[0, 100], [1, 60], [2, 25], [3, 10], [4, 0]]\n    digest: ${tableDigest(ROWS)}`,
      `rows: ${JSON.stringify(rows).replaceAll(",", ", ")}\n    digest: ${tableDigest(rows)}`,
    ).join("\n");

  it("refuse a row that changed without its digest", () =>
    expect(problems(DEFINITION, "[1, 60]", "[1, 61]").join()).toContain("the rows of table t are not those of the digest"));
  it("refuse a raw sum without a row", () =>
    expect(
      withRows([
        [0, 100],
        [1, 60],
        [3, 10],
        [4, 0],
      ]),
    ).toContain("none for 2"));
  it("refuse a row that no answers reach", () =>
    expect(withRows([...ROWS.slice(0, 4), [4, 0.1], [5, 0]])).toContain("some for sums that no answers reach"));
  it("refuse a score that turns back", () =>
    expect(
      withRows([
        [0, 100],
        [1, 60],
        [2, 65],
        [3, 10],
        [4, 0],
      ]),
    ).toContain("turns at raw sum 2"));
  it("refuse a table that does not reach the ends of its subscale", () =>
    expect(withRows([...ROWS.slice(0, 4), [4, 2.065]])).toContain("goes from 2.065 to 100, its subscale from 0 to 100"));
  it("refuse a table that nobody reads", () =>
    expect(problems(DEFINITION, "table: t }\n    missing", "table: u }\n    missing").join()).toContain("there is no table u"));
});

describe("codes, marks and forms", () => {
  it("refuse a LOINC code whose check digit is wrong", () =>
    expect(problems(DEFINITION, "82319-5", "82319-8").join()).toContain("whose last digit is its Mod 10 check digit"));
  it("refuse a LOINC code for an item there is not", () =>
    expect(problems(DEFINITION, "item: a1", "item: a3").join()).toContain("there is no item a3"));
  it("refuse a mark on a row there is not", () =>
    expect(problems(DEFINITION, "raw: 4 }", "raw: 9 }").join()).toContain("table t has no row 9"));
  it("refuse a default form there is not", () =>
    expect(problems(DEFINITION, "reportedBy", "defaultForm: x\nreportedBy").join()).toContain("there is no form x"));
});

describe("examples, thresholds and responders", () => {
  it.each([
    ["an example of a subscale there is not", VECTORS, "mean: 100", "median: 100", "there is no subscale median"],
    ["an example in a form there is not", VECTORS, "- it: best", "- it: best\n  form: x", "there is no form x"],
    ["an example that judges nothing", VECTORS, "{ mean: 100 }", "{}", "judges nothing"],
    ["a threshold larger than its scale", THRESHOLDS, "value: 10", "value: 110", "value 110 does not lie on its scale"],
    ["a state counted from the wrong end", THRESHOLDS, "kind: MCII", "kind: PASS", "a PASS is no improvement"],
    ["a responder by a threshold there is not", RESPONDER, "threshold: small-mcii", "threshold: small-pass", "threshold is small-pass"],
  ])("refuse %s", (_, ...[file, from, to, message]) => expect(problems(file, from, to).join("\n")).toContain(message));

  it("refuse an instrument without worked examples", () => {
    const files = Object.entries(FILES).map(([path, text]) => ({ path, text }));
    const parsed = parseCatalog([...smallKnowledge(), ...files.filter(({ path }) => path !== VECTORS)]);
    expect(parsed.ok ? [] : parsed.problems.map(problemLine)).toEqual([
      `knowledge/${DEFINITION}:1: has no vectors.yaml beside it; expected knowledge/${VECTORS}`,
    ]);
  });
});
