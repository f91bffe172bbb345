import { catalog } from "@calcar/catalog/testing";
import { isEstablished } from "@calcar/vocabulary";
import { describe, expect, it } from "vitest";
import { benchmarks } from "./benchmarks.ts";
import { publishedPools, type ReviewPool, reviewPools } from "./published-pools.ts";
import { notFoundAbout, searchesOf } from "./searched-in-vain.ts";
import { trialNotes, trialsOf, trialsRunning, trialsUnreported } from "./trials.ts";

const question = (id: string) => catalog.questions.get(id)!;
const numbers = (id: string) => trialsRunning(catalog, question(id)).map(({ number }) => number);

describe("published pools", () => {
  it("hold what reviews pooled on the same event in the same disease, newest first", () => {
    const { established } = publishedPools(catalog, question("onfh-early-conversion"));
    const years = established.map(({ year }) => year ?? 0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(established.find(({ review, timepoint }) => review === "wangz-2020" && timepoint === null)).toMatchObject({
      measure: "RR",
      value: 0.55,
      interval: [0.34, 0.9],
      p: "0.02",
      i2: 68,
      ratioOf: "intervention-to-comparator",
      source: "wangz-2020",
      verified: "source-text",
    });
  });

  it("say which arm stands on top, with the printed counts, where a review has it the other way round", () => {
    const { established } = publishedPools(catalog, question("onfh-early-conversion"));
    const turned = established.filter(({ review }) => review === "josr-2023");
    expect(turned.length).toBeGreaterThan(0);
    for (const { ratioOf, notes } of turned) {
      expect(ratioOf).toBe("comparator-to-intervention");
      expect(notes.join()).toContain("above 1 favours cells");
    }
  });

  it("show the Cochrane review on knee pain as a constant without an interval, and nothing that stands only in a seed page", () => {
    const { established } = publishedPools(catalog, question("knee-oa-pain"));
    expect(established.find(({ review }) => review === "cochrane-knee-2025")).toMatchObject({ value: -1.2, interval: null });
    const { established: known, notEstablished } = publishedPools(catalog, question("knee-oa-function"));
    expect(known.map(({ review }) => review)).not.toContain("cochrane-knee-2025");
    expect(notEstablished.find(({ review }) => review === "cochrane-knee-2025")).toMatchObject({ value: 14.2, verified: "seed-only" });
  });

  it("are of the intervention that is asked about: a review of a drug says nothing about cells", () => {
    const reviews = publishedPools(catalog, question("onfh-early-conversion")).established.map(({ review }) => review);
    expect(reviews).not.toContain("yuan-2016");
    expect(reviews).toEqual(expect.arrayContaining(["papakostidis-2016", "farrokhi-2021", "bjr-2021"]));
  });

  it("are of the phase that is asked about, where a review is of one phase", () => {
    const late = publishedPools(catalog, question("onfh-late-conversion")).established.map(({ review }) => review);
    expect(late).not.toContain("wangz-2020");
    expect(late).toContain("papakostidis-2016"); // of any phase, and so of this one too
  });

  it("are listed once each with the questions they bear on, those that no question asks for among them", () => {
    const { established, notEstablished } = reviewPools(catalog);
    const all = [...established, ...notEstablished];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const each of catalog.questions.values()) {
      const asked = publishedPools(catalog, each);
      const bearing = (pools: readonly ReviewPool[]) => pools.filter(({ questions }) => questions.includes(each.id)).map(({ id }) => id);
      expect(bearing(established)).toEqual(asked.established.map(({ id }) => id));
      expect(bearing(notEstablished)).toEqual(asked.notEstablished.map(({ id }) => id));
    }
    expect(established.find(({ id }) => id === "yuan-2016/yuan-tha")).toMatchObject({ disease: "onfh", questions: [] }); // of a drug
  });

  it("never stand beside a change or a frequency: they are effects", () => {
    for (const each of catalog.questions.values())
      if (each.kind === "change" || each.kind === "proportion") expect(publishedPools(catalog, each).established).toEqual([]);
  });

  it("hold the largest recent review of knees, with intervals", () => {
    const { established } = publishedPools(catalog, question("knee-oa-pain"));
    expect(established.filter(({ review }) => review === "sadeghirad-2024").map(({ value }) => value)).toEqual([-0.74, -0.73]);
  });

  it("carry what does not add up in their own figures", () => {
    const { established } = publishedPools(catalog, question("onfh-early-conversion"));
    const doubtful = established.filter(({ doubts }) => doubts.length > 0);
    expect(doubtful.map(({ review, doubts }) => [review, doubts])).toEqual([
      ["migliorini-2021", ["-0.14 is printed as OR, and a ratio cannot be below 0"]],
    ]);
  });

  it("are never established on recalled or seed-only grounds, whatever is asked", () => {
    const all = [...catalog.questions.values()].flatMap((each) => publishedPools(catalog, each).established);
    expect(all.filter(({ verified }) => !isEstablished(verified))).toEqual([]);
  });
});

describe("benchmarks of hip replacement", () => {
  it("give revision, gain and mortality with source and interval", () => {
    const revision = benchmarks(catalog, { measures: ["revision"], diseases: ["hip-oa"] }).established;
    expect(revision.map(({ id, value }) => [id, value])).toContainEqual(["tha-cpr10-modern", 4.3]);
    const mortality = benchmarks(catalog, { measures: ["mortality"] }).established;
    expect(mortality.map(({ value }) => value)).toEqual([0.6, 0.15]);
    expect(benchmarks(catalog, { measures: ["gain"], instrument: "ohs" }).established.length).toBeGreaterThanOrEqual(6);
  });

  it("give the EQ-5D gain of primary operations as the page prints it, not that of all operations", () => {
    const gains = benchmarks(catalog, { instrument: "EQ-5D index" }).established;
    expect(gains.map(({ population, value }) => [population, value])).toEqual([
      ["hip replacement, primary and revision together", 0.454],
      ["primary hip replacement", 0.464],
    ]);
  });

  it("hold all 46 of the compiled evidence and one found since, and keep the one of a seed page apart", () => {
    const { established, notEstablished } = benchmarks(catalog);
    expect(established.length + notEstablished.length).toBe(47);
    expect(notEstablished.map(({ id }) => id)).toEqual(["pain-free-seed"]);
  });
});

describe("registered trials", () => {
  it("run on the questions they could answer, and on no other", () => {
    expect(numbers("onfh-early-conversion")).toEqual(["NCT06123481"]);
    expect(numbers("hip-oa-pain-effect")).toEqual(["NCT04990128"]);
    expect(numbers("hip-oa-pain-change").toSorted()).toEqual(["NCT03608579", "NCT05465096"]);
    expect(numbers("hip-oa-intravenous")).toEqual([]);
    expect(numbers("onfh-late-conversion")).toEqual([]);
  });

  it("that ended without a report on file are named: a pool may miss them", () => {
    const unreported = trialsUnreported(catalog, question("onfh-early-conversion")).map(({ number }) => number);
    expect(unreported).toEqual(["NCT03180463", "NCT03787329"]);
    expect(trialsOf(catalog, question("onfh-early-conversion")).map(({ number }) => number)).toContain("NCT01529008");
  });

  it("say when they are late, by the day on which somebody asks", () => {
    const late = catalog.trials.get("nct04990128")!;
    expect(trialNotes(late, "2026-01-15")).not.toContainEqual(expect.stringContaining("was to start"));
    expect(trialNotes(late, "2026-11-21")).toContain("was to start on 2026-01-15; the entry that was read still says not yet recruiting");
    expect(trialNotes(catalog.trials.get("nct05465096")!, "2026-11-21")).toContain(
      "was to end on 2025-12-31; the entry that was read does not say that it did",
    );
  });

  it("count a month or a year as past when its last day is", () => {
    const trial = { ...catalog.trials.get("nct04990128")!, start: "2026-01" };
    expect(trialNotes(trial, "2026-01-31").join()).not.toContain("was to start");
    expect(trialNotes(trial, "2026-02-01").join()).toContain("was to start on 2026-01");
  });
});

describe("what was looked for in vain", () => {
  it("stands with the searches that cover a question", () => {
    const [search] = searchesOf(catalog, question("hip-oa-pain-effect"));
    expect(search?.on).toBe("2026-11-21");
    const whats = searchesOf(catalog, question("hip-oa-pain-effect")).flatMap(({ notFound }) => notFound.map(({ what }) => what));
    expect(whats).toContain("a randomised trial of a cell product in hip osteoarthritis");
  });

  it("stands with the study that lacks it, and says whether it was looked for at all", () => {
    expect(notFoundAbout(catalog, "cochrane-knee-2025").map(({ searched }) => searched)).toEqual([true, true]);
    const unsearched = [...catalog.searches.values()].flatMap(({ notFound }) => notFound.filter(({ searched }) => !searched));
    expect(unsearched.map(({ what }) => what)).toContain("Vangsness 2014");
  });
});
