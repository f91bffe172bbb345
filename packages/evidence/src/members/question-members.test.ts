import { readFileSync } from "node:fs";
import type { Study } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { changeQuestion, countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";
import type { CountedPair } from "./candidate.ts";
import type { Membership, Widening } from "./miss.ts";
import { countedMembers, membersOf } from "./question-members.ts";

/** Who is in each question today. Whoever adds a study or a question reads here what it moved, and says so by changing a line. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  PS1: ["gangji-2011", "hernigou-2018"],
  PS2: ["gangji-2011", "ma-2014", "hernigou-2018", "scitechnol-rct"],
  PS2b: ["gangji-2011", "ma-2014", "scitechnol-rct"],
  PS2c: ["gangji-2011", "ma-2014", "hernigou-2018", "kang-2018", "scitechnol-rct"],
  PS3: ["hauzeur-2018", "hernigou-2018", "jayankura-2023"],
  PS3b: ["hauzeur-2018", "jayankura-2023"],
  PS3c: ["hauzeur-2018", "hernigou-2018", "kang-2018", "jayankura-2023"],
  PS3d: ["lim-2013", "hauzeur-2018", "hernigou-2018", "kang-2018", "jayankura-2023"],
  "hip-oa-adverse-events": ["centeno-2014-hip", "dalloca-2019"],
  "hip-oa-conversion": ["natali-2022"],
  "hip-oa-hhs-change": ["dalloca-2019", "rizzoli-mfat-pilot"],
  "hip-oa-intravenous": [],
  "hip-oa-ohs-change": ["centeno-2014-hip"],
  "hip-oa-pain-change": ["centeno-2014-hip", "dalloca-2019", "whitney-2020", "natali-2022", "mat-preprint-2024"],
  "hip-oa-pain-effect": [],
  "hip-oa-progression": [],
  "hip-oa-serious-adverse-events": ["centeno-2014-hip", "dalloca-2019", "mat-preprint-2024", "rizzoli-mfat-pilot"],
  "hip-oa-womac-change": ["dalloca-2019", "mat-preprint-2024", "rizzoli-mfat-pilot"],
  "hip-prp-conversion": ["kraeutler-2021"],
  "hip-prp-pain": ["dallari-2016"],
  "knee-oa-function": [],
  "knee-oa-pain": [],
  "knee-oa-serious-adverse-events": ["lee-2019"],
  "onfh-early-conversion": ["hernigou-2018", "jayankura-2023"],
  "onfh-early-hhs": ["sen-2012"],
  "onfh-early-progression": ["gangji-2011", "zhao-2012", "hernigou-2018"],
  "onfh-late-conversion": ["hauzeur-2018"],
  "onfh-late-conversion-frequency": ["hernigou-2002"],
};

const question = (id: string) => catalog.questions.get(id)!;
const ids = ({ members }: Membership<unknown>): string[] => members.map(({ study }) => study.id);
const widened = (id: string, ...widen: Widening[]): string[] => ids(membersOf(catalog, question(id), widen));

it("lets nobody in or out silently", () => {
  const now = [...catalog.questions.values()].map((each) => [each.id, ids(membersOf(catalog, each))]);
  expect(Object.fromEntries(now)).toEqual(MEMBERS);
});

interface WorkedSet {
  readonly id: string;
  readonly args: { readonly rows: readonly { readonly study: string; readonly intervention: Counts; readonly comparator: Counts }[] };
}
interface Counts {
  readonly events: number;
  readonly total: number;
}
const reference = new URL("../../../../reference/evidence/pooling-sets.json", import.meta.url);
const sets = (JSON.parse(readFileSync(reference, "utf8")) as { cases: WorkedSet[] }).cases.filter(({ id }) => /^PS\d[a-d]?$/.test(id));

it("knows all eight worked sets", () => expect(sets).toHaveLength(8));

it.each(sets)("comes to the studies and counts of $id by coordinates alone", ({ id, args }) => {
  const asked = question(id);
  if (asked.kind !== "effect") throw new Error(`${id} is no question about an effect`);
  const counts = ({ events, total }: CountedPair["intervention"]): Counts => ({ events, total });
  const rows = countedMembers(catalog, asked, []).members.map(({ study, row }) => ({
    study: study.id,
    intervention: counts(row.intervention),
    comparator: counts(row.comparator),
  }));
  expect(rows).toHaveLength(args.rows.length);
  expect(rows).toEqual(expect.arrayContaining([...args.rows]));
});

describe("widening", () => {
  it.each<[string, Widening[], string[]]>([
    ["onfh-early-hhs", ["phase"], ["sen-2012", "scitechnol-rct"]],
    ["onfh-early-progression", ["phase"], ["gangji-2011", "zhao-2012", "ma-2014", "hernigou-2018", "kang-2018", "scitechnol-rct"]],
    ["hip-oa-conversion", ["disease"], ["mardones-2016", "natali-2022"]],
    ["PS3b", ["joint"], ["hauzeur-2018", "jayankura-2023"]],
  ])("%s by %j lets in what differs in that alone", (id, widen, members) => expect(widened(id, ...widen)).toEqual(members));

  it("says of each study what it lies beyond", () => {
    const { members } = membersOf(catalog, question("onfh-early-hhs"), ["phase"]);
    expect(members.map(({ study, beyond }) => [study.id, beyond.map(({ says }) => says)])).toEqual([
      ["sen-2012", []],
      ["scitechnol-rct", ["stage not stated as before or after collapse (early)"]],
    ]);
  });

  it("never lets in a number that nobody has read", () => {
    expect(widened("PS3c", "joint", "disease", "phase", "route", "product")).not.toContain("tabatabaee-2015");
    expect(widened("hip-oa-hhs-change", "joint", "disease", "route", "product")).not.toContain("onoi-2023");
  });
});

describe("a study that came near is refused with its reason", () => {
  const reasons = (id: string, study: string): string[] =>
    membersOf(catalog, question(id))
      .refused.find((one) => one.study.id === study)!
      .misses.map(({ coordinate }) => coordinate);

  it.each<[string, string, string[]]>([
    ["PS1", "gangji-2004", ["standing"]], // the earlier report of one trial
    ["PS3c", "tabatabaee-2015", ["grade"]], // recalled
    ["onfh-early-hhs", "liu-2013", ["design", "standing", "phase", "spread", "count"]], // a standard error printed as a standard deviation
    ["PS2c", "zhao-2012", ["grade"]], // counts of a review table where the study's own text is asked for
    ["PS2", "zhao-2012", ["standing"]],
    ["PS3b", "hernigou-2018", ["design", "blinding"]],
    ["hip-oa-pain-change", "onoi-2023", ["standing", "grade"]],
    ["hip-oa-womac-change", "mardones-2016", ["disease", "scale"]],
    ["knee-oa-function", "lee-bw-2025", ["count"]],
    ["hip-oa-pain-effect", "heidari-2022", ["comparator"]],
  ])("%s refuses %s for %j", (id, study, coordinates) => expect(reasons(id, study)).toEqual(coordinates));
});

describe("of a few studies", () => {
  const admitted = (...studies: Study[]) => membersOf(smallCatalog(studies, []), effectQuestion("q"));
  const fine = countedStudy(["fine", 3, 10, 5, 10]);

  it("two reports of one trial enter once, with the longer follow-up", () => {
    const early = countedStudy(["early", 1, 10, 4, 10], { trialFamily: "one", followUpMonths: 24 });
    const late = countedStudy(["late", 3, 10, 6, 10], { trialFamily: "one", followUpMonths: 60 });
    const { members, refused } = admitted(fine, early, late);
    expect(members.map(({ study }) => study.id)).toEqual(["fine", "late"]);
    expect(refused).toMatchObject([
      { study: { id: "early" }, misses: [{ coordinate: "duplicate", says: "reports the same trial as late" }] },
    ]);
  });

  it("a study with two arms that fit is refused rather than guessed at", () => {
    const [cells, control] = fine.outcomes;
    const arms = [...fine.arms, { ...fine.arms[0]!, name: "more cells" }];
    const twice = { ...fine, arms, outcomes: [cells!, control!, { ...cells!, id: "more", arm: "more cells" }] };
    expect(admitted(twice)).toMatchObject({ members: [], refused: [{ misses: [{ coordinate: "arms" }] }] });
  });

  it("the latest time within the window counts, and another moment of the control never does", () => {
    const at = (months: number) => fine.outcomes.map((outcome) => ({ ...outcome, id: `${outcome.id}-${months}`, months }));
    const study = { ...fine, outcomes: [...at(6), ...at(24), ...at(60).slice(0, 1)] };
    const asked = effectQuestion("q");
    const { admits } = asked as Extract<typeof asked, { kind: "effect" }>;
    const upTo = effectQuestion("q", { admits: { ...admits, outcome: { events: ["event"], months: { to: 12 } } } });
    const months = (each: typeof asked) =>
      (membersOf(smallCatalog([study], []), each) as Membership<CountedPair>).members[0]?.row.intervention.months;
    expect([months(asked), months(upTo)]).toEqual([24, 6]);
  });

  it("a change never enters a question about an effect, nor an effect one about a change", () => {
    const knowledge = smallCatalog([{ ...fine, designClass: "uncontrolled" }], []);
    expect(membersOf(knowledge, effectQuestion("q")).members).toEqual([]);
    expect(membersOf(smallCatalog([fine], []), changeQuestion("q")).members).toEqual([]);
  });
});
