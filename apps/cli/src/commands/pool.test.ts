import { describe, expect, it } from "vitest";
import { calcar } from "../testing.ts";

/** Expected values: the worked pooling sets of the evidence compilation (REML, z; computed there in R and Python). */
it.each([
  { question: "PS1", estimate: 0.383, low: 0.287, high: 0.512, i2: 0 },
  { question: "PS3", estimate: 0.746, low: 0.281, high: 1.982, i2: 91 },
  { question: "PS3b", estimate: 1.068, low: 0.719, high: 1.588, i2: 0 },
])("$question gives RR $estimate ($low to $high)", async ({ question, estimate, low, high, i2 }) => {
  const { status, out } = await calcar(["pool", question, "--format", "json"]);
  expect(status).toBe(0);
  const pooled = JSON.parse(out);
  expect(pooled.estimate).toBeCloseTo(estimate, 3);
  expect(pooled.ci[0]).toBeCloseTo(low, 3);
  expect(pooled.ci[1]).toBeCloseTo(high, 3);
  expect(Math.round(pooled.i2)).toBe(i2);
  expect(pooled).toMatchObject({ question, tau2Method: "REML", ciMethod: "z", smallStudy: { refused: { code: expect.any(String) } } });
});

it("leaves a study out on request, and says so", async () => {
  const { out } = await calcar(["pool", "ps3", "--without", "hernigou-2018", "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({ question: "PS3", k: 2, n: 100, without: ["hernigou-2018"] });
});

it("tells the sentence first, then events with totals, then what it does not show", async () => {
  const { out } = await calcar(["pool", "PS3b"]);
  expect(out).toContain("2 studies, 100 hips: RR 1.068 (95% interval 0.719 to 1.588)");
  expect(out).toMatch(/Hauzeur 2018\s+15\/23\s+15\/23/);
  expect(out).toContain("Does not show:");
});

it("puts how little it rests on before the table", async () => {
  const { out } = await calcar(["pool", "PS3"]);
  expect(out.indexOf("! Only 3 studies with 350 hips")).toBeLessThan(out.indexOf("Hauzeur 2018  "));
  expect(out).toMatch(/without hernigou-2018\s+1\.068\s+\(0\.719 to 1\.588\)/);
});

it("does not call one study a pool", async () => {
  const { out } = await calcar(["pool", "PS3b", "--without", "hauzeur-2018"]);
  expect(out).toContain("1 study, nothing pooled, 54 hips: RR 1.740 (95% interval 0.553 to 5.476)");
});

it("prints before and after with the decimals they were printed with", async () => {
  const { out } = await calcar(["pool", "hip-oa-womac-change"]);
  expect(out).toMatch(/MAT preprint 2024\s+11\s+46\.63\s+25\.99\s+\u221220\.64/);
});

it("shows uncontrolled series one by one and calls them a change", async () => {
  const { status, out } = await calcar(["pool", "hip-oa-pain-change"]);
  expect(status).toBe(0);
  expect(out).toContain("without a control group: not");
  expect(out).not.toMatch(/pooled estimate|risk ratio/i);
});

it("shows how often something happened, series by series, and never as an effect", async () => {
  const { out } = await calcar(["pool", "hip-oa-adverse-events"]);
  expect(out).toMatch(/Centeno 2014\s+12\s+216 hips\s+5\.6%\s+3\.2% to 9\.5%/); // Wilson, worked by an independent program
  expect(out).toContain("how often it happened, not whether the treatment");
});

it("says that no study answers, and names the nearest by what they differ in", async () => {
  const { status, out } = await calcar(["pool", "hip-oa-intravenous"]);
  expect(status).toBe(0);
  expect(out).toContain("No study.\n! No study on file answers this question.");
  expect(out).toContain("- centeno-2014-hip: another route: intra-articular.");
});

it("widens on request, and says so before any number", async () => {
  const { out } = await calcar(["pool", "onfh-early-hhs", "--widen", "phase"]);
  expect(out).toContain("2 studies, 101 hips: MD 7.06 (95% interval 2.22 to 11.90)");
  expect(out.indexOf("! Widened by the reader")).toBeLessThan(out.indexOf("Sen 2012  "));
});

it("names who came near and why they are not in", async () => {
  const { out } = await calcar(["pool", "PS1"]);
  expect(out).toContain("- gangji-2004: excluded: The same trial is pooled once");
});

it("writes an R script beside the answer", async () => {
  const { written } = await calcar(["pool", "PS3b", "--script", "out.R"]);
  expect(String(written.get("out.R"))).toContain("rma(");
});

it.each(["svg", "png"])("writes the figure as %s", async (ending) => {
  const { status, written } = await calcar(["pool", "PS3b", "--plot", `forest.${ending}`]);
  expect(status).toBe(0);
  const bytes = Buffer.from(written.get(`forest.${ending}`)!);
  expect(bytes.subarray(0, 4).toString("latin1")).toBe(ending === "png" ? "\x89PNG" : "<svg");
});

it.each([
  ["PS3", "cumulative", "The pool as it stood after each study"],
  ["PS3", "leave-one-out", "without Hernigou 2018"],
  ["PS3", "forest", "ROBINS-I"],
])("draws another figure of %s: %s", async (question, figure, words) => {
  const { status, written } = await calcar(["pool", question, "--plot", "x.svg", "--figure", figure]);
  expect(status).toBe(0);
  expect(String(written.get("x.svg"))).toContain(words);
});

it("writes the evidence of a question for the screen and for Word", async () => {
  const { written } = await calcar(["pool", "PS3", "--report", "evidence.html", "--without", "hernigou-2018"]);
  expect(written.get("evidence.html")).toContain("Left out by the reader: hernigou-2018.");
  const word = (await calcar(["pool", "PS3", "--report", "evidence.docx"])).written.get("evidence.docx") as Uint8Array;
  expect(String.fromCharCode(...word.subarray(0, 2))).toBe("PK");
});

it("draws the studies in groups", async () => {
  const { written } = await calcar(["pool", "PS3d", "--plot", "x.svg", "--figure", "subgroups", "--by", "phase"]);
  expect(written.get("x.svg")).toContain("By stage: looked at after the fact");
});

it("tells the studies in groups, and what groups cannot answer", async () => {
  const { out } = await calcar(["pool", "PS3d", "--by", "phase"]);
  expect(out).toContain("By stage, looked at after the fact");
  expect(out).toMatch(/ before collapse\s+2 studies\s+304 hips\s+RR 0\.676 \(0\.128 to 3\.565\)\s+I2 87%/); // metafor, these two alone
  expect(out).toMatch(/ after collapse\s+1 study\s+46 hips\s+hauzeur-2018 alone, not pooled/);
  expect(out).toMatch(/needs 10\s+studies or more; here are 5/);
  expect(out).toMatch(/cannot\s+answer\s+one/);
});

it("stands until when it holds under every pooled number", async () => {
  const { out } = await calcar(["pool", "onfh-early-conversion"]);
  expect(out.trimEnd().split("\n").at(-1)).toBe("Registered and running: BATON (NCT06123481).");
});

it("draws how often something happened", async () => {
  const { status, written } = await calcar(["pool", "hip-oa-adverse-events", "--plot", "x.svg"]);
  expect(status).toBe(0);
  expect(String(written.get("x.svg"))).toContain(">12/216 hips<");
});

describe("refuses with one line and exit 2", () => {
  it.each<[string[], string]>([
    [["pool"], "pool takes one QUESTION"],
    [["pool", "PS9"], "PS9: not-found, question; expected one of PS1"],
    [["pool", "PS3", "--tau2", "XX"], "--tau2 XX: unknown; expected REML, DL, PM, FE"],
    [["pool", "PS3", "--without", "nobody-1999"], "--without nobody-1999: not-found"],
    [["pool", "PS1", "--without", "gangji-2011", "--without", "hernigou-2018"], "incomplete, no-studies"],
    [["pool", "PS3", "--plot", "forest.jpg"], "forest.jpg: expected a name that ends in .svg or .png"],
    [["pool", "PS3", "--plot", "forest.svg", "--script", "x.txt"], "x.txt: expected a name that ends in .R"],
    [["pool", "hip-oa-hhs-change", "--plot", "x.svg", "--script", "x.R"], "--script: hip-oa-hhs-change holds uncontrolled series"],
    [["pool", "hip-oa-hhs-change", "--tau2", "DL", "--ci", "z"], "--tau2, --ci: hip-oa-hhs-change holds uncontrolled series"],
    [["pool", "PS3", "--plot", "x.svg", "--figure", "funnel"], "--plot x.svg: A funnel plot of fewer than 10 studies cannot"],
    [["pool", "PS3b", "--plot", "x.svg", "--figure", "leave-one-out"], "--plot x.svg: Leaving one study out says something from three"],
    [["pool", "PS2", "--plot", "x.svg", "--figure", "cumulative"], "not stated for scitechnol-rct"],
    [
      ["pool", "PS3", "--plot", "x.svg", "--figure", "pie"],
      "--figure pie: unknown; expected forest, cumulative, leave-one-out, subgroups, funnel",
    ],
    [["pool", "PS3", "--plot", "x.svg", "--figure", "forest", "--by", "phase"], "--by phase: only the text and --figure subgroups"],
    [["pool", "PS3", "--format", "csv", "--by", "phase"], "--by phase: only the text and --figure subgroups have groups"],
    [["pool", "PS3", "--by", "age"], "--by age: unknown; expected product, phase"],
    [["pool", "hip-oa-hhs-change", "--by", "phase"], "--by: hip-oa-hhs-change holds uncontrolled series"],
    [["pool", "PS3", "--plot", "x.svg", "--figure", "subgroups", "--by", "joint"], "--by joint: the studies of PS3 do not differ in joint"],
    [["pool", "PS3", "--report", "evidence.pdf"], "evidence.pdf: expected a name that ends in .html or .docx"],
    [["pool", "PS3", "--figure", "forest"], "--figure forest: there is no --plot FILE"],
    [["pool", "hip-oa-hhs-change", "--plot", "x.svg", "--figure", "forest"], "--figure: hip-oa-hhs-change holds uncontrolled series"],
    [["pool", "hip-oa-intravenous", "--plot", "x.svg"], "--plot: hip-oa-intravenous is answered by no study"],
    [["evidence"], "evidence takes list, or show and one STUDY"],
    [["evidence", "show", "hauzeur"], "hauzeur: not-found, study; expected one of hauzeur-2018"],
    [["evidence", "list", "--format", "yaml"], "--format yaml: unknown"],
  ])("%j", async (argv, expected) => {
    const { status, out, err, written } = await calcar(argv);
    expect([status, out, written.size]).toEqual([2, "", 0]);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("evidence", () => {
  it("lists the questions, effects apart from changes", async () => {
    const { out } = await calcar(["evidence", "list"]);
    expect(out).toMatch(/^PS1 /);
    expect(out).toContain("without control groups: change, not effect");
  });

  it("shows every number of a study with its source and grade", async () => {
    const { out } = await calcar(["evidence", "show", "hauzeur-2018"]);
    expect(out).toContain("15 of 23 hips. source hauzeur-2018, abstract, source-text");
  });

  it("marks what is only recalled as not established", async () => {
    const { out } = await calcar(["evidence", "show", "tabatabaee-2015"]);
    expect(out).toContain("[recalled: NOT ESTABLISHED]");
  });
});
