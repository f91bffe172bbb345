import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDocument } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft } from "./check-draft.ts";
import { knownIn } from "./known.ts";
import { type OutcomeDraft, StudyDraft } from "./schema.ts";

const known = knownIn(catalog);
const text = readFileSync(fileURLToPath(new URL("../../../examples/study-draft.yaml", import.meta.url)), "utf8");
const read = readDocument("examples/study-draft.yaml", text, StudyDraft);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const draft = read.value;

const check = (change: Partial<StudyDraft> = {}) => checkDraft({ ...draft, ...change }, known);
const places = (change: Partial<StudyDraft>) => check(change).problems.map(({ place }) => place);
const outcome = (i: number, change: object): StudyDraft["outcomes"] =>
  draft.outcomes!.map((one, at) => (at === i ? ({ ...one, ...change } as OutcomeDraft) : one));
const figure = (value: string | number, more: object = {}) => ({
  value,
  how: "printed" as const,
  source: "example-2026",
  at: "Table 2",
  verified: "source-text" as const,
  ...more,
});

describe("a complete draft", () => {
  it("becomes a study file and the record of its paper, both readable by the catalog", () => {
    const { problems, notices, files } = check();
    expect([problems, notices]).toEqual([[], []]);
    expect(files.map(({ path }) => path)).toEqual(["studies/example-2026/study.yaml", "sources/example-2026.yaml"]);
  });

  it("is written the same every time, byte for byte", () => expect(check().files).toEqual(check().files));

  it("shows every conversion with its formula, figures, source and what rounding allows", () => {
    const interval = check().steps.find(({ field }) => field === "outcomes[2].report")!;
    // by hand: 5 x 8.4 / (2 x 2.0638986) = 10.1749; limits 0.1 wider or narrower give 10.054 and 10.296
    expect(interval).toMatchObject({
      gives: "SD",
      result: 10.175,
      range: [10.054, 10.296],
      sources: ["cochrane-handbook-ch6", "student-1908"],
    });
    expect(interval.worked).toBe("√25 × (88.3 − 79.9) / (2 × 2.0639) with 24 df = 10.175");
    expect(interval.inputs).toContainEqual({
      name: "upper",
      value: "88.3",
      source: "example-2026",
      at: "Table 2, p. 5",
      how: "printed",
      verified: "source-text",
    });
  });

  it("writes formulas and figures above the numbers that were worked out", () => {
    const file = check().files[0]!.text;
    expect(file).toContain("  # count: count = the one whole number whose share of the total rounds to the percentage; 12% of 25 = 3\n");
    expect(file).toContain("    events: 3\n    total: 25\n");
    expect(file).toContain("  # events: events = total − those without the event; 25 − 17 = 8\n");
    expect(file).toContain("  # before: SE 4.1: read-off-figure, example-2026, Figure 2, p. 6 (secondary-source)\n");
    expect(file).toContain('    note: "Read off a figure: before: mean, before: SE, after: mean, after: SE."\n');
    expect(file).toContain('    ground: { source: example-2026, at: "Figure 2, p. 6; Methods, p. 2", verified: secondary-source }\n');
  });

  it("says in the study itself what a number was worked out from, so that a pool can tell", () => {
    const file = check().files[0]!.text;
    expect(file).toContain('    derivation: "count from percent: 12% of 25 = 3."\n');
    expect(file).toContain('    derivation: "mean from median, q1, q3: 0.7156 × (70 + 83)/2');
    expect(file).toContain("mean change from mean, SE: 30.4 − 51.2 = -20.8.");
  });

  it("takes a source on file without writing its record again", () => {
    const paper = { ...draft.paper, source: "ma-2014" };
    const all = JSON.parse(JSON.stringify({ ...draft, paper }).replaceAll('"source":"example-2026"', '"source":"ma-2014"')) as StudyDraft;
    const { problems, files } = checkDraft(all, known);
    expect(problems).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(["studies/example-2026/study.yaml"]);
  });

  it("says that a study of this id is on file", () => expect(check({ id: "ma-2014" }).notices).toMatchObject([{ place: "id" }]));
});

describe("provenance", () => {
  it("is demanded of every number, and nothing of it is filled in", () => {
    expect(places({ hips: { value: 50 } })).toEqual(["hips.source", "hips.at", "hips.verified", "hips.how"]);
    expect(places({ followUpMonths: {} })).toEqual([]); // not reported at all
    expect(places({ followUpMonths: { how: "printed" } })).toEqual(["followUpMonths.value"]);
  });

  it.each<[string, object, string]>([
    ["an unknown source", { source: "nobody-1999" }, "hips.source"],
    ["a number of a figure that claims to stand in print", { how: "read-off-figure" }, "hips.verified"],
    ["a conversion made elsewhere that says nothing of how", { how: "converted" }, "hips.note"],
    ["an assumed count", { how: "assumed", note: "usual" }, "hips.how"],
  ])("is refused for %s", (_what, more, place) => expect(places({ hips: figure(50, more) })).toEqual([place]));

  it("keeps the weakest grade, and names the figures of another source", () => {
    const report = {
      as: "mean-sd",
      mean: figure("81.0"),
      sd: figure("9.0"),
      n: figure(25, { source: "josr-2023", at: "Table 3", verified: "secondary-source" }),
    };
    const file = check({ outcomes: outcome(2, { report }) }).files[0]!.text;
    expect(file).toContain(
      '    ground: { source: example-2026, at: Table 2, verified: secondary-source }\n    note: "N: josr-2023, Table 3 (secondary-source)."\n',
    );
  });
});

describe("impossible and missing things are refused with their field, all at once", () => {
  it.each<[string, Partial<StudyDraft>, string[]]>([
    ["arms that do not add up", { hips: figure(51) }, ["hips.value"]],
    ["a second arm of one name", { arms: [...draft.arms!, draft.arms![1]!] }, ["arms[2].name", "hips.value"]],
    [
      "a comparator that is not said to be anything",
      { arms: [draft.arms![0]!, { ...draft.arms![1]!, controlClass: undefined }] },
      ["arms[1].controlClass"],
    ],
    ["no arm", { arms: [] }, ["arms", ...draft.outcomes!.map((_, i) => `outcomes[${i}].arm`)]],
    ["a phase outside osteonecrosis", { disease: "hip-oa" }, ["phase"]],
    ["an exclusion without a reason", { poolingNote: " " }, ["poolingNote"]],
    ["a day that is none", { stillValidOn: "2026-02-30" }, ["stillValidOn"]],
    ["a reader without a day", { readers: [{ who: "Ana" }, {}] }, ["readers[0].on"]],
    ["a reading on a day that is none", { readers: [{ who: "Ana", on: "2026-1" }] }, ["readers[0].on"]],
    ["no limitations stated", { limitations: undefined }, ["limitations"]],
    ["a missing unit", { outcomes: outcome(2, { unit: " " }) }, ["outcomes[2].unit"]],
    ["an unknown instrument", { outcomes: outcome(2, { instrumentId: "hip-score-of-ours" }) }, ["outcomes[2].instrumentId"]],
    ["an arm nobody named", { outcomes: outcome(2, { arm: "placebo" }) }, ["outcomes[2].arm"]],
    ["two outcomes of one id", { outcomes: outcome(2, { id: "hhs-24-control" }) }, ["outcomes[3].id"]],
    ["a scale upside down", { outcomes: outcome(2, { scale: { min: 100, max: 0 } }) }, ["outcomes[2].scale.min"]],
    ["no time", { outcomes: outcome(2, { months: undefined }) }, ["outcomes[2].months"]],
    ["neither baseline nor later", { outcomes: outcome(2, { isBaseline: undefined }) }, ["outcomes[2].isBaseline"]],
    ["an outcome that reports nothing", { outcomes: outcome(2, { report: undefined }) }, ["outcomes[2].report"]],
    ["a change of nothing", { outcomes: outcome(4, { baseline: undefined, followUp: undefined, change: undefined }) }, ["outcomes[4]"]],
    [
      "more related than serious events",
      { adverseEvents: { ...draft.adverseEvents, seriousRelated: figure(2) } },
      ["adverseEvents.seriousRelated.value"],
    ],
  ])("%s", (_what, change, expected) => expect(places(change)).toEqual(expected));

  const reports: [string, object, string][] = [
    ["a mean beyond its scale", { as: "mean-sd", mean: figure(104), sd: figure(5), n: figure(25) }, ""],
    ["a spread wider than the scale allows", { as: "mean-sd", mean: figure(50), sd: figure(60), n: figure(25) }, ""],
    ["a negative spread", { as: "mean-sd", mean: figure(50), sd: figure(-6), n: figure(25) }, ".sd.value"],
    ["half a person", { as: "mean-sd", mean: figure(50), sd: figure(6), n: figure("24.5") }, ".n.value"],
    ["more people than the arm holds", { as: "mean-sd", mean: figure(50), sd: figure(6), n: figure(26) }, "|"],
    ["a comma as decimal mark", { as: "mean-sd", mean: figure("50,5"), sd: figure(6), n: figure(25) }, ".mean.value"],
    [
      "a mean beside its interval",
      { as: "mean-interval", mean: figure(50), lower: figure(50), upper: figure(58), level: figure(95), n: figure(25) },
      ".mean.value",
    ],
    [
      "limits the wrong way round",
      { as: "mean-interval", mean: figure(50), lower: figure(58), upper: figure(42), level: figure(95), n: figure(25) },
      ".lower.value",
    ],
    [
      "a coverage of 0.95",
      { as: "mean-interval", mean: figure(50), lower: figure(42), upper: figure(58), level: figure(0.95), n: figure(25) },
      ".level.value",
    ],
    [
      "a p that is a bound",
      { as: "between-arms-p", mean: figure(50), otherMean: figure(45), n: figure(25), otherN: figure(25), p: figure("<0.05") },
      ".p.value",
    ],
    [
      "means that are alike",
      { as: "between-arms-p", mean: figure(50), otherMean: figure(50), n: figure(25), otherN: figure(25), p: figure("0.5") },
      ".p.value",
    ],
    [
      "a median that nobody says what to do with",
      { as: "median", median: figure(50), q1: figure(40), q3: figure(60), n: figure(25) },
      ".use",
    ],
    ["half of the quartiles", { as: "median", median: figure(50), q1: figure(40), n: figure(25), use: "keep" }, ".q3.value"],
    [
      "quantiles out of order",
      { as: "median", median: figure(50), q1: figure(60), q3: figure(70), n: figure(25), use: "keep" },
      ".median.value",
    ],
    [
      "a median that looks skewed",
      { as: "median", median: figure(42), q1: figure(40), q3: figure(80), n: figure(25), use: "estimate" },
      ".use",
    ],
    [
      "too few for quantiles",
      { as: "median", median: figure(50), q1: figure(40), q3: figure(60), n: figure(4), use: "estimate" },
      ".median",
    ],
    ["a median alone to estimate from", { as: "median", median: figure(50), n: figure(25), use: "estimate" }, ".median"],
  ];
  it.each(reports)("%s", (_what, report, at) =>
    expect(places({ outcomes: outcome(2, { report }) })).toEqual([at === "|" ? "outcomes[2]" : `outcomes[2].report${at}`]),
  );

  const counts: [string, object, string][] = [
    ["a total whose place nobody states", { as: "count", events: figure(3), total: figure(25, { at: undefined }) }, ".total.at"],
    ["a percentage that no count gives", { as: "percent", percent: figure("13.5"), total: figure(25) }, ".percent.value"],
    ["a percentage that several counts give", { as: "percent", percent: figure("12"), total: figure(250) }, ".percent.value"],
    ["a percentage above all", { as: "percent", percent: figure(112), total: figure(25) }, ".percent.value"],
    ["more events than hips", { as: "count", events: figure(26), total: figure(25) }, ".events.value"],
  ];
  it.each(counts)("%s", (_what, report, at) => expect(places({ outcomes: outcome(0, { report }) })).toEqual([`outcomes[0].report${at}`]));

  it("names everything that an empty draft lacks", () => {
    const { problems, files } = checkDraft({}, known);
    expect(problems.length).toBeGreaterThan(12);
    expect(files).toEqual([]);
  });
});

describe("what is carried over as it is", () => {
  const written = (report: object, more: object = {}) => check({ outcomes: outcome(2, { report, ...more }) }).files[0]!.text;

  it("a standard error stays one, for the pool to convert", () =>
    expect(written({ as: "mean-se", mean: figure("84.1"), se: figure("2.0"), n: figure(25) })).toContain(
      "    mean: 84.1\n    dispersion: 2\n    dispersionType: SE\n",
    ));
  it("a spread that nobody explains is unclear, never a standard deviation", () =>
    expect(written({ as: "mean-unclear", mean: figure("84.1"), spread: figure("2.0"), n: figure(25) })).toContain(
      "    dispersion: 2\n    dispersionType: unclear\n",
    ));
  it("a median that is kept makes no mean", () => {
    const file = written({ as: "median", median: figure("84"), q1: figure(80), q3: figure(95), n: figure(25), use: "keep" });
    expect(file).toContain("  - type: reported\n    id: hhs-24-cells\n");
    expect(file).toContain("    measure: median\n    value: 84\n    extra: { q1: 80, q3: 95 }\n");
  });
  it("a zero is a zero, whatever sign stands before it", () =>
    expect(written({ as: "mean-sd", mean: figure("-0"), sd: figure("2.0"), n: figure(25) }, { months: "-0" })).toContain("    mean: 0\n"));
  it("an instrument that is not on file enters no pool, and that is said", () => {
    const { problems, notices } = check({ outcomes: outcome(2, { instrumentId: "not-on-file", instrument: "a score of their own" }) });
    expect(problems).toEqual([]);
    expect(notices).toMatchObject([{ place: "outcomes[2].instrumentId" }]);
  });
});

describe("any words whatever", () => {
  it("come back from the file as they went in, or are refused", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, words, (stage, funding) => {
        const change = { stage, funding };
        if (!StudyDraft.safeParse({ ...draft, ...change }).success) return;
        const { problems, files } = check(change);
        expect(problems).toEqual([]);
        expect(files).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});
