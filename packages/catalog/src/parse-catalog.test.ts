import { problemLine } from "@calcar/vocabulary";
import { describe, expect, it } from "vitest";
import type { KnowledgeFile } from "./catalog.ts";
import { PLACES } from "./layout.ts";
import { parseCatalog } from "./parse-catalog.ts";
import { type Edit, smallKnowledge } from "./small-knowledge.ts";

const problemsOf = (files: readonly KnowledgeFile[]): string[] => {
  const parsed = parseCatalog(files);
  return parsed.ok ? [] : parsed.problems.map(problemLine);
};
const STUDY = "studies/adams-2020/study.yaml";
const QUESTION = "questions/P1.yaml";
const RISK = "studies/adams-2020/risk-of-bias.yaml";
const CRITERION = "criteria/under-18/criterion.yaml";
const CASES = "criteria/under-18/cases.yaml";
const FACTS = "facts/stage.yaml";
const SUPERSEDED = (by: string) =>
  `standing: { is: superseded, says: Replaced., ground: { source: adams-2020, verified: source-text },\n  by: ${by} }\n`;

it("takes a folder with one of each kind", () => {
  const parsed = parseCatalog(smallKnowledge());
  expect(problemsOf(smallKnowledge())).toEqual([]);
  if (!parsed.ok) return;
  const { catalog } = parsed;
  expect(catalog.version).toMatch(/^[0-9a-f]{16}$/);
  expect(catalog.studies.get("adams-2020")?.outcomes[0]).toMatchObject({ events: 3, total: 20 });
  expect(catalog.criteria[0]?.cases.map(({ met }) => met)).toEqual([true, "unknown"]);
  expect(catalog.questions.get("P1")?.kind).toBe("effect");
});

it("is frozen all the way down", () => {
  const parsed = parseCatalog(smallKnowledge());
  if (!parsed.ok) throw new Error("not taken");
  expect(() => Object.assign(parsed.catalog.studies.get("adams-2020")!.outcomes[0]!, { events: 0 })).toThrow(TypeError);
});

it("takes a folder with sources alone: the other kinds are empty", () => {
  const parsed = parseCatalog(smallKnowledge().filter(({ path }) => path.startsWith("sources/")));
  expect(parsed.ok && [parsed.catalog.sources.size, parsed.catalog.criteria.length, parsed.catalog.pathways.size]).toEqual([1, 0, 0]);
});

it("sorts the groups of facts in the order of the examination", () => {
  const later = {
    path: "facts/age.yaml",
    text: "id: age\norder: 0\ntitle: { en: Age }\nfacts:\n  - { id: age, label: { en: Age }, type: date }\n",
  };
  const parsed = parseCatalog([...smallKnowledge(), later]);
  expect(parsed.ok && parsed.catalog.factGroups.map(({ id }) => id)).toEqual(["age", "stage"]);
});

it("refuses an empty folder", () => expect(problemsOf([])).toEqual(["knowledge: holds no file; expected at least one knowledge file"]));

it("lists every problem of every file at once, in the order of files and lines", () => {
  const files = smallKnowledge(
    [STUDY, "events: 3", "events: 33"],
    [STUDY, "arm: control\n", "arm: sham\n"],
    ["answers/observe.yaml", "meaning", "meening"],
  );
  expect(problemsOf(files)).toEqual([
    "knowledge/answers/observe.yaml:1: meaning is missing; expected keys with values",
    "knowledge/answers/observe.yaml:3: unknown key meening; expected one of id, sentence, meaning, nextSteps, reason",
    `knowledge/${STUDY}:28: 33 events of 20; expected at most the total`,
    `knowledge/${STUDY}:34: sham is no arm of this study; expected one of cells, control`,
  ]);
});

it("does not echo a broken file in the files that lean on it", () => {
  const files = smallKnowledge([STUDY, "joint: hip", "joint: hop"]);
  expect(problemsOf(files)).toEqual([`knowledge/${STUDY}:6: joint is "hop"; expected one of hip, knee, mixed, none`]);
});

describe("places", () => {
  it.each([
    ["studies/adams-2020.yaml", ""],
    ["studies/adams-2020/notes.yaml", ""],
    ["notes/adams-2020.yaml", ""],
    ["sources/adams-2020.yml", ""],
    ["sources/deep/er/adams-2020.yaml", ""],
  ])("refuses a file at %s", (path) => {
    expect(problemsOf([...smallKnowledge(), { path, text: "id: x\n" }])).toEqual([
      `knowledge/${path}:1: lies where no knowledge file belongs; expected ${PLACES}`,
    ]);
  });
});

describe("ids", () => {
  it.each<[string, Edit, string]>([
    [
      "an id that is not the name of its file",
      ["answers/observe.yaml", "id: observe", "id: not-now"],
      "knowledge/answers/observe.yaml:1: id not-now is not the name of its file; expected observe",
    ],
    [
      "an outcome id used twice in a study",
      [STUDY, "id: collapse-24-control", "id: collapse-24-cells"],
      `knowledge/${STUDY}:32: outcome collapse-24-cells is already in knowledge/${STUDY}; expected an outcome id used once`,
    ],
    [
      "an arm named twice",
      [STUDY, "name: control", "name: cells"],
      `knowledge/${STUDY}:18: arm cells is already in knowledge/${STUDY}; expected an arm id used once`,
    ],
    [
      "a position id used twice",
      ["guidelines/body-2021/guideline.yaml", "id: body21-prp", "id: body21-cells"],
      "knowledge/guidelines/body-2021/guideline.yaml:15: position body21-cells is already in knowledge/guidelines/body-2021/guideline.yaml; expected a position id used once",
    ],
    [
      "a fact id used twice",
      [FACTS, "id: patient.pregnant", "id: patient.age-years"],
      `knowledge/${FACTS}:13: fact patient.age-years is already in knowledge/${FACTS}; expected a fact id used once`,
    ],
    [
      "an id that is not kebab-case",
      ["sources/adams-2020.yaml", "[adams20]", "[Adams20]"],
      'knowledge/sources/adams-2020.yaml:5: alsoKnownAs[0] is "Adams20"; expected kebab-case id: lower-case letters, digits, dots and hyphens',
    ],
  ])("refuses %s", (_, edit, message) => expect(problemsOf(smallKnowledge(edit))).toContain(message));

  it("refuses a former id that another source bears", () => {
    const twin = { path: "sources/adams20.yaml", text: 'id: adams20\ntitle: Another\nkind: primary\nstillValidOn: "2026-11-21"\n' };
    expect(problemsOf([...smallKnowledge(), twin])).toEqual([
      "knowledge/sources/adams-2020.yaml:5: source adams20 is already in knowledge/sources/adams20.yaml; expected a source id used once",
    ]);
  });
});

describe("sources", () => {
  it("refuses a source that is not on file, wherever it is cited", () => {
    expect(problemsOf(smallKnowledge(["staging/arco-2019.yaml", "source: adams-2020", "source: adams-2021"]))).toEqual([
      "knowledge/staging/arco-2019.yaml:8: source adams-2021 is not in knowledge/sources; expected the id of a source file",
    ]);
  });

  it("names the id that stands when a former one is cited", () => {
    expect(problemsOf(smallKnowledge([STUDY, "source: adams-2020\n", "source: adams20\n"]))).toEqual([
      `knowledge/${STUDY}:2: source adams20 is not in knowledge/sources; expected adams-2020, its id since the import`,
    ]);
  });
});

describe("questions", () => {
  it.each<[string, Edit, string]>([
    [
      "an event that no study counts",
      [QUESTION, "events: [collapse]", "events: [colapse]"],
      `knowledge/${QUESTION}:17: no study has the event colapse; expected one of adverse-event, collapse, serious-adverse-event`,
    ],
    [
      "counts where means are compared",
      [QUESTION, "measure: RR", "measure: MD"],
      `knowledge/${QUESTION}:17: MD cannot be had from it; expected instruments, since the measure is a difference of means`,
    ],
  ])("refuse %s", (_, edit, message) => expect(problemsOf(smallKnowledge(edit))).toEqual([message]));

  it("refuse an instrument that no study uses", () => {
    const edits: Edit[] = [
      [QUESTION, "measure: RR", "measure: MD"],
      [QUESTION, "events: [collapse]", "instruments: [hhs], higherIsBetter: true"],
    ];
    expect(problemsOf(smallKnowledge(...edits))).toContainEqual(expect.stringContaining("no study has the instrument hhs"));
  });
});

describe("risk of bias", () => {
  const judged = (domains: readonly string[], overall: string): KnowledgeFile => ({
    path: RISK,
    text: [
      "id: adams-2020",
      "assessments:",
      "  - tool: rob2",
      "    of: [collapse]",
      "    domains:",
      ...domains.map(
        (domain) => `      - { domain: ${domain}, judgement: low, reason: Read., ground: { source: adams-2020, verified: source-text } }`,
      ),
      `    overall: { judgement: ${overall}, reason: Read. }`,
      'stillValidOn: "2026-11-21"',
      "",
    ].join("\n"),
  });
  const ALL = ["randomisation", "deviations", "missing-data", "measurement", "selection-of-result"];
  const faultsOf = ({ path, text }: KnowledgeFile, from: string, to: string) =>
    problemsOf([...smallKnowledge(), { path, text: text.replace(from, to) }]).map((problem) => problem.replace(/^[^ ]+ /, ""));

  it("is taken when every domain is judged once", () => {
    expect(faultsOf(judged(ALL, "low"), "", "")).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["of a study nobody filed", "id: adams-2020", "id: baker-2020", "id baker-2020 is not the name of its file; expected adams-2020"],
    ["of an outcome the study lacks", "[collapse]", "[pain]", "the study has no outcome pain; expected one of collapse"],
    ["with a domain left out", "domain: missing-data", "domain: deviations", "deviations is not judged once"],
    [
      "better than its worst domain",
      "randomisation, judgement: low",
      "randomisation, judgement: high",
      "low is better than its worst domain",
    ],
    [
      "low with a domain unknown",
      "randomisation, judgement: low",
      "randomisation, judgement: no-information",
      "low is better than its worst domain",
    ],
  ])("is refused %s", (_, from, to, problem) => {
    expect(faultsOf(judged(ALL, "low"), from, to)).toContainEqual(expect.stringContaining(problem));
  });

  it("asks for the tool that fits the design", () => {
    const problems = problemsOf([...smallKnowledge([STUDY, "designClass: randomised", "designClass: uncontrolled"]), judged(ALL, "low")]);
    expect(problems).toContainEqual(expect.stringContaining("rob2 on a study whose design is uncontrolled; expected robins-i"));
  });
});

describe("criteria", () => {
  it.each<[string, Edit, string]>([
    [
      "a fact nobody defined",
      [CRITERION, "patient.age-years", "patient.age"],
      `knowledge/${CRITERION}:6: fact patient.age is not in knowledge/facts; expected the id of a fact`,
    ],
    [
      "an order asked of a date",
      [CRITERION, "patient.age-years, below: 18", "imaging.mri-date, below: 18"],
      `knowledge/${CRITERION}:6: fact imaging.mri-date is a date and cannot be compared by below; expected a fact that is a number`,
    ],
    [
      "days counted back from a number",
      [CRITERION, "below: 18", "moreThanDaysAgo: 18"],
      `knowledge/${CRITERION}:6: fact patient.age-years is a number and cannot be compared by moreThanDaysAgo; expected a fact that is a date`,
    ],
    [
      "a value outside the list of a fact",
      [CRITERION, "patient.age-years, below: 18", "stage.arco-2019, in: [I, III]"],
      `knowledge/${CRITERION}:6: fact stage.arco-2019 is never III; expected one of I, II`,
    ],
    [
      "a value out of range",
      [CRITERION, "below: 18", "is: 180"],
      `knowledge/${CRITERION}:6: fact patient.age-years is never 180; expected a number from 0 to 120`,
    ],
    [
      "a truth value asked as a word",
      [CRITERION, "patient.age-years, below: 18", 'patient.pregnant, is: "yes"'],
      `knowledge/${CRITERION}:6: fact patient.pregnant is never yes; expected true or false`,
    ],
    [
      "a comparison that compares nothing",
      [CRITERION, ", below: 18", ""],
      `knowledge/${CRITERION}:6: when.any[0] is keys with values; expected at least one of is, in, below, atLeast, above, moreThanDaysAgo`,
    ],
    [
      "a word of logic that does not exist",
      [CRITERION, "any:", "some:"],
      `knowledge/${CRITERION}:5: unknown key some; expected one of all, any, pathway, recorded, notRecorded, fact, is, in, below, atLeast, above, moreThanDaysAgo, absent, excusedBy`,
    ],
    [
      "an operator that does not exist",
      [CRITERION, "below: 18", "under: 18"],
      `knowledge/${CRITERION}:6: unknown key under; expected one of all, any, pathway, recorded, notRecorded, fact, is, in, below, atLeast, above, moreThanDaysAgo, absent, excusedBy\n` +
        `knowledge/${CRITERION}:6: when.any[0] is keys with values; expected at least one of is, in, below, atLeast, above, moreThanDaysAgo`,
    ],
    [
      "a case with an impossible date",
      [CASES, "patient.age-years: 17", 'imaging.mri-date: "2026-02-30"'],
      `knowledge/${CASES}:1: fact imaging.mri-date is never 2026-02-30; expected a day that exists, YYYY-MM-DD`,
    ],
    [
      "a case that misses an unknown fact",
      [CASES, "missing: [patient.age-years]", "missing: [patient.age]"],
      `knowledge/${CASES}:2: fact patient.age is not in knowledge/facts; expected the id of a fact`,
    ],
    [
      "a single case",
      [CASES, "- { it: cannot say, facts: {}, met: unknown, missing: [patient.age-years] }\n", ""],
      `knowledge/${CASES}:1: the file is a list; expected at least 2 entries`,
    ],
  ])("refuse %s", (_, edit, message) => expect(problemsOf(smallKnowledge(edit))).toEqual(message.split("\n")));

  it("refuse to come without cases", () => {
    expect(problemsOf(smallKnowledge().filter(({ path }) => path !== CASES))).toEqual([
      `knowledge/${CRITERION}:1: has no cases.yaml beside it; expected knowledge/${CASES}`,
    ]);
  });
});

describe("pathways, staging and disagreements", () => {
  it.each<[string, Edit, string]>([
    [
      "a fact nobody defined",
      ["pathways/onfh-pre-collapse.yaml", "patient.age-years", "patient.age"],
      "knowledge/pathways/onfh-pre-collapse.yaml:5: fact patient.age is not in knowledge/facts; expected the id of a fact",
    ],
    [
      "a question nobody asks",
      ["pathways/onfh-pre-collapse.yaml", "[P1]", "[P2]"],
      "knowledge/pathways/onfh-pre-collapse.yaml:7: there is no question P2; expected one of P1",
    ],
    [
      "a topic nobody holds a position on",
      ["pathways/onfh-pre-collapse.yaml", "about: [cell-therapy]", "about: [cells]"],
      "knowledge/pathways/onfh-pre-collapse.yaml:6: there is no topic cells; expected one of cell-therapy, prp, arthroplasty, core-decompression, other",
    ],
    [
      "a grade that the fact does not know",
      ["staging/arco-2019.yaml", "code: II,", "code: III,"],
      "knowledge/staging/arco-2019.yaml:5: grades are I, III; expected those of fact stage.arco-2019: I, II",
    ],
    [
      "a system whose fact is missing",
      ["staging/arco-2019.yaml", "fact: stage.arco-2019", "fact: stage.arco-1994"],
      "knowledge/staging/arco-2019.yaml:3: fact stage.arco-1994 is not in knowledge/facts; expected the id of a fact",
    ],
    [
      "a guideline superseded by one that is not on file",
      ["guidelines/body-2021/guideline.yaml", "positions:", `${SUPERSEDED("body-2023")}positions:`],
      "knowledge/guidelines/body-2021/guideline.yaml:8: guideline body-2023 is not in knowledge/guidelines; expected the id of a later guideline",
    ],
    [
      "a guideline superseded by itself",
      ["guidelines/body-2021/guideline.yaml", "positions:", `${SUPERSEDED("body-2021")}positions:`],
      "knowledge/guidelines/body-2021/guideline.yaml:8: body-2021 is not later; expected the id of a later guideline",
    ],
    [
      "a side that is withheld",
      ["guidelines/body-2021/guideline.yaml", "    says: Not at all.", "    says: Not at all.\n    withheld: only recalled"],
      "knowledge/disagreements/cells.yaml:3: no guideline holds the position body21-prp; expected the id of a position that is shown",
    ],
    [
      "a study nobody filed on one side",
      ["disagreements/cells.yaml", "explains:", "studies: [baker-2020]\nexplains:"],
      "knowledge/disagreements/cells.yaml:4: study baker-2020 is not in knowledge/studies; expected the id of a study",
    ],
    [
      "a side that nobody takes",
      ["disagreements/cells.yaml", "body21-prp", "body21-ha"],
      "knowledge/disagreements/cells.yaml:3: no guideline holds the position body21-ha; expected the id of a position that is shown",
    ],
  ])("refuse %s", (_, edit, message) => expect(problemsOf(smallKnowledge(edit))).toEqual([message]));
});
