import { expect, it } from "vitest";
import { parseCatalog } from "../parse-catalog.ts";
import { smallKnowledge } from "../small-knowledge.ts";

const FILES = {
  "claim-words/necrosis.yaml": "id: necrosis\nsays: the disease\nen: [necrosis]\n",
  "claim-words/falling-in.yaml": "id: falling-in\nsays: collapse\nen: [collapse/v]\n",
  "claim-conditions/onfh.yaml": "id: onfh\nname: { en: osteonecrosis }\nwords: [necrosis]\n",
  "claim-outcomes/collapse.yaml": `id: collapse
name: { en: collapse }
words: [falling-in]
questions: { onfh: [P1] }
cases:
  - { text: a, shows: [P1] }
  - { text: b, shows: [P1] }
  - { text: c, shows: ["none: onfh"] }
`,
};

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const parsed = parseCatalog([...smallKnowledge(), ...Object.entries(files).map(([path, text]) => ({ path, text }))]);
  return parsed.ok ? [] : parsed.problems.map(({ place, problem }) => `${place}: ${problem}`);
}

const broken = (part: string, by: string) =>
  problemsOf({ ...FILES, "claim-outcomes/collapse.yaml": FILES["claim-outcomes/collapse.yaml"].replace(part, by) });

it("takes an outcome with the questions that answer it, by condition", () => expect(problemsOf(FILES)).toEqual([]));

it.each([
  ["words: [falling-in]", "words: [falling]", ["knowledge/claim-outcomes/collapse.yaml:3: words falling are not in knowledge/claim-words"]],
  ["onfh: [P1]", "onfh: [P9]", ["knowledge/claim-outcomes/collapse.yaml:4: question P9 is not in knowledge/questions"]],
  ["onfh: [P1]", "hip-oa: [P1]", ["knowledge/claim-outcomes/collapse.yaml:4: condition hip-oa is not in knowledge/claim-conditions"]],
])("refuses what is not on file: %s as %s", (part, by, problems) => expect(broken(part, by)).toEqual(problems));

it("refuses a case that expects what is never shown", () =>
  expect(broken("text: a, shows: [P1]", "text: a, shows: [P2]")).toEqual([
    "knowledge/claim-outcomes/collapse.yaml:6: question P2 is not in knowledge/questions",
  ]));

const RULE = `id: cure
says: { en: Says it cures. }
severity: error
kind: phrase
excusedBy: [negation]
patterns: ["<necrosis>"]
why: { en: Nothing does. }
instead: { en: This is not a cure. }
grounds: [{ source: adams-2020, verified: source-text }]
question: P1
reviewBy: "2027-11-21"
`;
const CASES = "flag: [a, b, c, d, e, f, g, h]\npass: [a, b, c, d, e, f, g, h]\n";

it("refuses a rule whose question no outcome leads to", () => {
  const rule = { "claims/cure/rule.yaml": RULE, "claims/cure/cases.yaml": CASES };
  expect(problemsOf({ ...FILES, ...rule })).toEqual([]);
  const { "claim-outcomes/collapse.yaml": _, ...without } = FILES;
  expect(problemsOf({ ...without, ...rule })).toEqual([
    "knowledge/claims/cure/rule.yaml:10: question P1 is in no file of knowledge/claim-outcomes",
  ]);
});
