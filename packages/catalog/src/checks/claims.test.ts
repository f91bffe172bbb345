import { expect, it } from "vitest";
import { parseCatalog } from "../parse-catalog.ts";
import { smallKnowledge } from "../small-knowledge.ts";

const RULE = `id: cure
says: { en: Says it cures. }
severity: error
kind: phrase
excusedBy: [negation]
patterns: ["<treatment> ..3 cure/v"]
why: { en: Nothing does. }
instead: { en: This is not a cure. }
grounds: [{ source: adams-2020, verified: source-text }]
reviewBy: "2027-11-21"
`;
const CASES = `flag: [a, b, c, d, e, f, g, h]\npass: [a, b, c, d, e, f, g, h]\n`;
const WORDS = `id: treatment\nsays: what is offered\nen: [stem cell/n]\n`;
const FILES = { "claims/cure/rule.yaml": RULE, "claims/cure/cases.yaml": CASES, "claim-words/treatment.yaml": WORDS };

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const parsed = parseCatalog([...smallKnowledge(), ...Object.entries(files).map(([path, text]) => ({ path, text }))]);
  return parsed.ok ? [] : parsed.problems.map(({ place, problem }) => `${place}: ${problem}`);
}

it("takes a rule with its cases and the words it speaks of", () => {
  expect(problemsOf(FILES)).toEqual([]);
});

it("refuses words that nobody listed, wherever they are named", () => {
  expect(problemsOf({ ...FILES, "claims/cure/rule.yaml": RULE.replace("<treatment>", "<cells>") })).toEqual([
    "knowledge/claims/cure/rule.yaml:6: words cells are not in knowledge/claim-words",
  ]);
  expect(problemsOf({ ...FILES, "claim-words/treatment.yaml": `${WORDS}includes: [cells]\n` })).toEqual([
    "knowledge/claim-words/treatment.yaml:4: words cells are not in knowledge/claim-words",
  ]);
});

it("takes a rule on what is said of cited works, and refuses its unknown words", () => {
  const cited = RULE.replace("kind: phrase", "kind: citation\nchecks: [proof]\nsigns: { as-proof: [<treatment> ..3 proven] }").replace(
    /patterns.*\n/,
    "",
  );
  expect(problemsOf({ ...FILES, "claims/cure/rule.yaml": cited })).toEqual([]);
  expect(problemsOf({ ...FILES, "claims/cure/rule.yaml": cited.replace("<treatment>", "<cells>") })).toEqual([
    "knowledge/claims/cure/rule.yaml:6: words cells are not in knowledge/claim-words",
  ]);
});

it("refuses a question that nobody asked", () => {
  expect(problemsOf({ ...FILES, "claims/cure/rule.yaml": `${RULE}question: P9\n` })).toEqual([
    "knowledge/claims/cure/rule.yaml:11: question P9 is not in knowledge/questions",
  ]);
});

it("refuses a rule that yields to one there is not", () => {
  expect(problemsOf({ ...FILES, "claims/cure/rule.yaml": `${RULE}yieldsTo: [miracle]\n` })).toEqual([
    "knowledge/claims/cure/rule.yaml:11: rule miracle is not in knowledge/claims",
  ]);
});

const LAW = `id: us-law
jurisdiction: US
name: Some Act, s 1
says: { en: Forbids it. }
source: adams-2020
verified: source-text
addresses: [cure]
reviewBy: "2027-11-21"
`;

it("takes a provision that addresses a rule, and refuses one that addresses no rule there is, or was read nowhere", () => {
  expect(problemsOf({ ...FILES, "provisions/us-law.yaml": LAW })).toEqual([]);
  expect(problemsOf({ ...FILES, "provisions/us-law.yaml": LAW.replace("[cure]", "[cure, cures]") })).toEqual([
    "knowledge/provisions/us-law.yaml:7: rule cures is not in knowledge/claims",
  ]);
  expect(problemsOf({ ...FILES, "provisions/us-law.yaml": LAW.replace("source-text", "recalled") })).toHaveLength(1);
});

it("refuses a rule without cases, and with fewer than eight of each", () => {
  const { "claims/cure/cases.yaml": _, ...without } = FILES;
  expect(problemsOf(without)).toEqual(["knowledge/claims/cure/rule.yaml:1: has no cases.yaml beside it"]);
  expect(problemsOf({ ...FILES, "claims/cure/cases.yaml": CASES.replace(", h]\npass", "]\npass") })).toHaveLength(1);
});
