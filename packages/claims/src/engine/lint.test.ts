import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import type { ClaimKnowledge } from "./compile.ts";
import { lint } from "./lint.ts";
import { smallClaims } from "./small-claims.ts";

const WORDS = {
  treatment: ["stem cell/n", "this treatment"],
  "other-care": ["surgery", "steroid/n"],
  comparing: ["than", "unlike"],
  by: ["by"],
  pronouns: ["it", "they"],
  "own-staff": ["our director"],
  turns: ["but"],
  openers: ["it"],
  fronting: ["if", "unlike"],
  yes: ["yes"],
};
const CUES = [
  { id: "no", excuse: "negation", reach: "after", not: ["not-only"], en: ["not", "no", "without", "cannot"] },
  { id: "unproven", excuse: "negation", reach: "start", en: ["is unproven"] },
  { id: "may", excuse: "hedge", reach: "after", upTo: 3, en: ["may"] },
  { id: "they-say", excuse: "distance", reach: "rest", en: ["clinics claim"] },
  { id: "uncontrolled", excuse: "limits", reach: "passage", en: ["uncontrolled"] },
  { id: "lab", excuse: "laboratory", reach: "sentence", unlessWith: ["people"], en: ["in mice"] },
  { id: "n", excuse: "counted", reach: "sentence", onlyWith: ["trial"], en: ["# hips"] },
] as const;
const EXCUSES = [
  "negation",
  "hedge",
  "distance",
  "question",
  "quotation",
  "reference",
  "heading",
  "other-subject",
  "limits",
  "laboratory",
  "counted",
];

function knowledge(rule: Record<string, unknown> = {}): ClaimKnowledge {
  return smallClaims({
    words: { ...WORDS, "not-only": ["not only"], people: ["patients"], trial: ["trial"], scale: ["womac"], months: ["# months"] },
    cues: CUES.map((cue) => ({ ...cue, en: [...cue.en], not: "not" in cue ? [...cue.not] : [] })) as never,
    rules: [{ id: "works", kind: "phrase", excusedBy: EXCUSES, patterns: ["relieve/v pain"], ...rule }],
  });
}
const found = (text: string, rule: Record<string, unknown> = {}) => lint(pageOfText(text), knowledge(rule)).map(({ quote }) => quote);

describe("an excuse", () => {
  it.each([
    ["Stem cells relieve pain."],
    ["Stem cells not only relieve pain."],
    ["If you do not walk, stem cells relieve pain."],
    ["It is not new but stem cells relieve pain."],
    ["It may help, but in the end stem cells relieve pain."],
    ["Unlike surgery, stem cells relieve pain."],
    ["Do they relieve pain? Yes."],
    ["In mice and in patients they relieve pain."],
    ["In 40 hips they relieve pain."],
    ["No, they relieve pain."],
    ['They said, "it will relieve pain", our director among them, and more of that kind of thing.'],
  ])("leaves %s a finding", (text) => expect(found(text)).toHaveLength(1));

  it.each([
    ["Stem cells do not relieve pain."],
    ["Stem cells cannot, but, relieve pain."],
    ["That they relieve pain is unproven."],
    ["They may relieve pain."],
    ["Clinics claim that nothing else, they say, will ever relieve pain."],
    ["Do they relieve pain?"],
    ["Do they relieve pain? No."],
    ['They said it will "relieve pain" and more of that kind of thing.'],
    ["Steroids relieve pain."],
    ["Steroids help. They relieve pain."],
    ["The series was uncontrolled. They relieve pain."],
    ["In mice they relieve pain."],
    ["In a trial of 40 hips they relieve pain."],
  ])("lets %s pass", (text) => expect(found(text)).toEqual([]));

  it("does not come from the words of the claim itself", () => {
    expect(found("Walk without surgery.", { patterns: ["without surgery"] })).toHaveLength(1);
    expect(found("Not without surgery.", { patterns: ["without surgery"] })).toEqual([]);
  });

  it("may be kept from one pattern of a rule", () => {
    const patterns = [{ match: "relieve/v pain", despite: ["hedge"] }];
    expect(found("They may relieve pain.", { patterns })).toHaveLength(1);
    expect(found("They do not relieve pain.", { patterns })).toEqual([]);
  });
});

describe("a rule", () => {
  it("may be kept silent after a sentence that named a rival of the treatment last", () => {
    const rule = { patterns: [{ match: "pain fades", excusedBy: ["off-topic"] }] };
    expect(found("Pain fades.", rule)).toEqual(["Pain fades."]);
    expect(found("We inject stem cells. Pain fades without surgery.", rule)).toEqual(["Pain fades without surgery."]);
    expect(found("We inject stem cells. Pain fades.", rule)).toEqual(["Pain fades."]);
    expect(found("We inject stem cells. Then comes surgery. Pain fades.", rule)).toEqual([]);
    expect(found("Pain fades once a stem cell is there.", rule)).toEqual(["Pain fades once a stem cell is there."]);
  });
  it("is silent where an exception of its own stands", () => {
    expect(found("They relieve pain in dogs.", { unless: ["dogs"] })).toEqual([]);
  });

  it("of a quantity names the companions that are missing", () => {
    const quantity = {
      kind: "quantity",
      patterns: ["# % ..3 better"],
      companions: [
        { name: "instrument", words: ["scale"] },
        { name: "time", words: ["months"] },
      ],
    };
    const lacks = (text: string) => lint(pageOfText(text), knowledge(quantity)).map((finding) => finding.lacks);
    expect(lacks("Some 80% got better.")).toEqual([["instrument", "time"]]);
    expect(lacks("Some 80% got better on WOMAC.")).toEqual([["time"]]);
    expect(lacks("Some 80% got better on WOMAC. This was at 12 months.")).toEqual([]);
  });

  it("of absence marks the offer of a page that is silent, once", () => {
    const absence = { kind: "absence", offers: ["we offer"], wants: ["risk/n"], exempt: ["this leaflet"] };
    expect(found("We offer cells. We offer them now.", absence)).toEqual(["We offer cells."]);
    expect(found("We offer cells. Risks are rare.", absence)).toEqual([]);
    expect(found("We do not sell. This leaflet: we offer cells.", absence)).toEqual([]);
    expect(found("Cells exist.", absence)).toEqual([]);
  });

  it("of absence marks a page whose claims and own voice outweigh its doubts", () => {
    const claims = { id: "claims", kind: "phrase", excusedBy: [], patterns: ["relieve/v"] } as const;
    const absence = { id: "silent", kind: "absence", offers: ["we offer"], wants: ["risk/n"], orBreaks: ["claims"] } as const;
    const both = {
      ...knowledge(),
      ...smallClaims({
        words: { treatment: ["cells"], "own-voice": ["our"], "seller-voice": ["heal/v"], "wary-voice": ["regulator/n"] },
        rules: [claims, absence],
        cues: [{ id: "limits", excuse: "limits", reach: "sentence", en: ["unproven"] }],
      }),
    };
    const silent = (text: string) => lint(pageOfText(text), both, { rules: ["silent"] }).map(({ quote }) => quote);
    expect(silent("Cells exist. They relieve.")).toEqual(["They relieve."]);
    expect(silent("They relieve. It is unproven. That is unproven.")).toEqual(["They relieve."]);
    expect(silent("They relieve. It is unproven. The regulator objects.")).toEqual([]);
    expect(silent("Look at our cells.")).toEqual(["Look at our cells."]);
    expect(silent("Look at our cells. The regulator objects.")).toEqual([]);
    expect(silent("Look on. Cells heal. They heal.")).toEqual(["Cells heal."]);
    expect(silent("Cells heal.")).toEqual([]);
    expect(silent("Hips heal. They heal.")).toEqual([]);
  });

  it("of contradiction points at the other side", () => {
    const contradiction = { kind: "contradiction", patterns: ["no claim is made"], against: ["relieve/v pain"] };
    const page = pageOfText("They relieve pain. No claim is made here.");
    expect(lint(page, knowledge(contradiction))).toMatchObject([{ quote: "No claim is made here.", related: [{ start: 0, end: 18 }] }]);
    expect(found("No claim is made here.", contradiction)).toEqual([]);
  });

  it("marks a sentence once and names the words", () => {
    const [finding, ...more] = lint(pageOfText("They relieve pain and relieve pain again."), knowledge());
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ start: 0, end: 41, words: ["relieve pain", "relieve pain"], sources: ["adams-2020"], law: [] });
  });

  it("is silent on a sentence that a rule it yields to speaks of, if that one was asked for", () => {
    const yields = { id: "general", kind: "phrase", excusedBy: [], patterns: ["relieve/v"], yieldsTo: ["special"] } as const;
    const special = { id: "special", kind: "phrase", excusedBy: [], patterns: ["for ever"] } as const;
    const both = { ...knowledge(), ...smallClaims({ rules: [yields, special] }) };
    const rules = (asked?: string[]) =>
      lint(pageOfText("They relieve. They relieve for ever."), both, { rules: asked }).map(({ rule, start }) => [rule, start]);
    expect(rules()).toEqual([
      ["general", 0],
      ["special", 14],
    ]);
    expect(rules(["general"])).toEqual([
      ["general", 0],
      ["general", 14],
    ]);
  });

  it("can be asked for by its id", () => {
    expect(lint(pageOfText("They relieve pain."), knowledge(), { rules: ["other"] })).toEqual([]);
  });
});

describe("any text", () => {
  it("gives findings within the text, in order, quoted as they stand", () => {
    const part = fc.constantFrom(
      "Stem cells ",
      "cure ",
      "not ",
      "arthritis. ",
      "safe ",
      "80% ",
      "\n",
      '"',
      "?",
      "células ",
      "𝒳 ",
      "— ",
      "surgery ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end, quote } of lint(pageOfText(text), catalog)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(quote).toBe(text.slice(start, end));
          last = start;
        }
      }),
      { numRuns: 60 },
    );
  });

  const HOSTILE: Readonly<Record<string, string>> = {
    "one word": "a",
    "a cue": "no ",
    "a claim": "stem cells relieve pain and cure arthritis ",
    commas: ", safe",
    numbers: "1,",
    "opened quotations": '"safe ',
    lines: "safe\n",
    questions: "safe? ",
    "answered questions": "Is it safe? Yes. ",
    lists: "Clinics promise:\n\n- safe\n- no risk\n\n",
  };
  it.each(Object.entries(HOSTILE))("of repeated %s takes time in step with its length", (_, unit) => {
    const time = (length: number) => {
      const page = pageOfText(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
      const begun = process.cpuUsage();
      lint(page, catalog);
      return process.cpuUsage(begun).user / 1000; // of this process alone, however busy the machine
    };
    time(20_000);
    const [short, long] = [Math.min(time(20_000), time(20_000)), Math.min(time(160_000), time(160_000))];
    expect(long).toBeLessThan(8 * 5 * Math.max(short, 10));
  });
});
