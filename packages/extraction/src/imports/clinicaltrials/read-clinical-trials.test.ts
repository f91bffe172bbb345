import type { Trial } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { libraryOf } from "../library.ts";
import { exampleText } from "../testing.ts";
import { readClinicalTrials } from "./read-clinical-trials.ts";

const library = () => libraryOf(catalog, "2026-11-21");
const read = (text: string, known = library()) => {
  const file = readClinicalTrials(text, known);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.value;
};
const [first, second] = read(exampleText("clinicaltrials.json")).entries;
const outcome = (name: RegExp) => first!.draft!.outcomes!.filter((one) => name.test(one.name ?? ""));
const at = (number: number, type = "secondary") => `posted results, outcome measure ${number} (${type})`;
const figure = (value: string, where: string) => ({ value, how: "printed", source: "nct99999901", at: where });

/** Written by hand from the data structure of ClinicalTrials.gov: enumerations of its API, version 2. */
describe("a registered trial", () => {
  it("is what the register states in codes, its enrolment actual and therefore not planned", () => {
    expect(first!.trial).toEqual({
      id: "nct99999901",
      number: "NCT99999901",
      name: "INVENTED",
      title: "An Invented Trial of an Invented Concentrate",
      source: "nct99999901",
      designClass: "randomised",
      doubleBlind: true,
      intervention: "Concentrate (invented concentrate, core decompression)",
      comparator: "Decompression only (core decompression)",
      status: "completed",
      statusAsPrinted: "COMPLETED",
      start: "2028-03",
      completion: "2031-06-30",
      resultsPosted: "2032-02-01",
      registerUpdated: "2032-02-03",
      lastChecked: "2032-02-10",
      note:
        "Phase: PHASE2. Enrolment 44, actual. start 2028-03, actual. primary completion 2031-01-15, actual. " +
        "completion 2031-06-30, actual. Taken from the register's JSON by program; compared by nobody yet.",
    });
  });

  it("never has its coordinates guessed: they are open, with what the register says", () => {
    expect(first!.open.map(({ place }) => place)).toEqual([
      "joint",
      "disease",
      "phase",
      "role",
      "productClass",
      "routeClass",
      "controlClass",
      "looksAt",
      "grounds",
    ]);
    expect(first!.open[0]).toEqual({
      place: "joint",
      problem: "the register's conditions: Osteonecrosis of Femoral Head",
      expected: "hip, knee, mixed, none",
    });
  });

  it("keeps an estimated enrolment as planned, and leaves open a status, arms and a day that nobody can tell", () => {
    expect(second!.trial).toMatchObject({
      planned: 60,
      designClass: "uncontrolled",
      doubleBlind: false,
      statusAsPrinted: "ENROLLING_BY_INVITATION",
    });
    for (const field of ["status", "intervention", "lastChecked"]) expect(second!.trial).not.toHaveProperty(field);
    expect(second!.open.slice(0, 3).map(({ place }) => place)).toEqual(["intervention", "status", "lastChecked"]);
  });

  it("comes with its register entry as a source", () => {
    expect(first!.source).toEqual({
      id: "nct99999901",
      title: "NCT99999901: An Invented Trial of an Invented Concentrate in Invented Osteonecrosis: an Example",
      year: 2032,
      url: "https://clinicaltrials.gov/study/NCT99999901",
      kind: "trial-registry",
      read: "not read; the register's entry as JSON, taken over by program",
      stillValidOn: "2032-02-10",
    });
  });
});

describe("posted results", () => {
  it("have arms with those who began, and no arm for a total", () => {
    expect(first!.draft!.arms).toEqual([
      {
        name: "Concentrate",
        patients: figure("22", "posted results, baseline"),
        note: "Interventions of the register: Biological: invented concentrate; Procedure: core decompression",
      },
      {
        name: "Decompression only",
        patients: figure("22", "posted results, baseline"),
        note: "Interventions of the register: Procedure: core decompression",
      },
    ]);
    expect(first!.draft!.patients).toEqual(figure("44", "enrolment, actual"));
  });

  it("keep a standard deviation, zeros and all", () => {
    expect(outcome(/^Harris Hip Score$/)[0]).toEqual({
      type: "value",
      name: "Harris Hip Score",
      arm: "Concentrate",
      months: "12",
      unit: "points",
      report: {
        as: "mean-sd",
        mean: figure("84.20", at(1, "primary")),
        sd: figure("9.1", at(1, "primary")),
        n: figure("21", at(1, "primary")),
      },
    });
  });

  it("never take a standard error for a standard deviation", () => {
    expect(outcome(/^Oxford/)[1]).toMatchObject({ months: "12", report: { as: "mean-se", se: { value: "1.7" } } });
  });

  it("file a change as a change, with its interval and level", () => {
    expect(outcome(/^Change in WOMAC/)).toMatchObject([
      {
        type: "change",
        timepoint: "Baseline, 12 months",
        change: {
          as: "mean-interval",
          mean: { value: "-3.1" },
          lower: { value: "-4.4" },
          upper: { value: "-1.8" },
          level: { value: "95" },
        },
      },
    ]);
    expect(outcome(/^Change in WOMAC/)[0]).not.toHaveProperty("months");
  });

  it("count hips out of hips, not out of people", () => {
    expect(outcome(/^Collapse/)).toMatchObject([
      {
        type: "events",
        arm: "Concentrate",
        months: "24",
        unit: "Hips",
        report: { as: "count", events: { value: "3" }, total: { value: "27" } },
      },
      { type: "events", arm: "Decompression only", report: { events: { value: "6" }, total: { value: "24" } } },
    ]);
    expect(outcome(/^Collapse/)[0]).not.toHaveProperty("event");
  });

  it("keep medians as medians, each time with its own number analysed", () => {
    expect(outcome(/^Pain on a Visual/)).toMatchObject([
      {
        type: "value",
        isBaseline: true,
        report: { as: "median", median: { value: "55" }, q1: { value: "41" }, q3: { value: "68" }, n: { value: "21" } },
      },
      { type: "value", months: "6", report: { as: "median", median: { value: "22" }, n: { value: "19" } } },
    ]);
  });

  it("keep an adjusted mean of a gain as it is printed, never as a value", () => {
    expect(outcome(/^Improvement/)).toMatchObject([
      { type: "reported", measure: "least squares mean", value: { value: "8.4" }, note: "Standard Error 1.9" },
    ]);
  });

  it("never make a count of a percentage, which may be an estimate of survival, nor of a number with an interval", () => {
    const measure = { title: "Hip survival", paramType: "NUMBER", timeFrame: "4 years", groups: [{ id: "OG000", title: "A" }] };
    const value = { value: "84.2", lowerLimit: "82.6", upperLimit: "85.6" };
    const posted = (unitOfMeasure: string, dispersionType?: string) => {
      const classes = [
        {
          denoms: [{ units: "Participants", counts: [{ groupId: "OG000", value: "2884" }] }],
          categories: [{ measurements: [{ groupId: "OG000", ...value }] }],
        },
      ];
      const outcomeMeasures = [{ ...measure, unitOfMeasure, ...(dispersionType === undefined ? {} : { dispersionType }), classes }];
      const study = {
        protocolSection: { identificationModule: { nctId: "NCT99999907" } },
        resultsSection: { outcomeMeasuresModule: { outcomeMeasures } },
      };
      return read(JSON.stringify(study)).entries[0]!.draft!.outcomes;
    };
    const kept = { type: "reported", measure: "number", months: "48", value: { value: "84.2" }, n: { value: "2884" } };
    expect(posted("percentage of participants")).toMatchObject([kept]);
    expect(posted("participants", "95% Confidence Interval")).toMatchObject([{ ...kept, note: "95% Confidence Interval 82.6 to 85.6" }]);
    expect(posted("participants")).toMatchObject([{ type: "events", report: { as: "count" } }]);
  });

  it("keep a comparison as printed, with its interval", () => {
    expect(outcome(/comparison$/)).toMatchObject([
      {
        type: "reported",
        measure: "Mean Difference (Final Values)",
        group: "between Concentrate and Decompression only",
        value: { value: "4.7" },
        lower: { value: "-1.5" },
        upper: { value: "10.9" },
        p: "0.13",
      },
    ]);
  });

  it("count serious adverse events and deaths of people at risk", () => {
    expect(outcome(/serious|deaths/).map(({ arm, type, ...rest }) => [arm, "report" in rest && rest.report])).toMatchObject([
      ["Concentrate", { events: { value: "2" }, total: { value: "22" } }],
      ["Concentrate", { events: { value: "0" }, total: { value: "22" } }],
      ["Decompression only", { events: { value: "3" }, total: { value: "22" } }],
      ["Decompression only", { events: { value: "1" }, total: { value: "22" } }],
    ]);
  });

  it("say what is not carried over", () => {
    expect(first!.notices.map(({ place, problem }) => `${place}: ${problem}`)).toEqual([
      'outcome measure 7, Concentrate: "NA": median not reached',
      'outcome measure 8: "Magnetic Resonance Imaging" is not posted',
      "adverse events: other adverse events are not carried over",
    ]);
  });

  it("are never graded by a program", () => {
    expect(JSON.stringify(first!.draft)).not.toContain('"verified"');
  });
});

describe("what is refused", () => {
  it("is named, each trial and the pages that are missing", () => {
    const { found, taken, refused, missing } = read(exampleText("clinicaltrials.json"));
    expect([found, taken]).toEqual([4, 2]);
    expect(refused.map(({ problems }) => problems.map(({ place, problem }) => `${place}: ${problem}`))).toEqual([
      ["trial 3: NCT99999903 is an expanded access, not a trial"],
      [
        "trial 4, protocolSection.identificationModule.nctId: NCT and eight digits",
        "trial 4, protocolSection.designModule.enrollmentInfo.count: Invalid input: expected number, received string",
      ],
    ]);
    expect(missing).toMatchObject([{ place: "nextPageToken", problem: "the list goes on: 5 of 9 trials are not in this file" }]);
  });

  it("is a trial on file, with what has changed", () => {
    const [id, onFile] = [...catalog.trials].find(([, { status }]) => status === "recruiting") as [string, Trial];
    const text = JSON.stringify({
      protocolSection: {
        identificationModule: { nctId: onFile.number, briefTitle: onFile.title },
        statusModule: { overallStatus: "COMPLETED" },
      },
    });
    expect(read(text).refused[0]?.problems[0]?.problem).toContain(
      `trials/${id} is on file: status is recruiting, the register says completed`,
    );
  });

  it("is a trial that stands there twice", () => {
    const study = { protocolSection: { identificationModule: { nctId: "NCT99999905" } } };
    expect(read(JSON.stringify([study, study]))).toMatchObject({
      entries: [{ title: "NCT99999905" }],
      refused: [{ title: "NCT99999905" }],
    });
  });

  it.each([
    ["the old API", { FullStudiesResponse: {} }, "before version 2"],
    ["something else", { resourceType: "Bundle" }, "no study of ClinicalTrials.gov"],
    ["a list of anything", [1, 2], "no study of ClinicalTrials.gov"],
    ["a text", "NCT01234567", "no study of ClinicalTrials.gov"],
  ])("is %s", (_what, json, problem) => {
    const file = readClinicalTrials(JSON.stringify(json), library());
    expect(file.ok ? "" : file.problems[0]!.problem).toContain(problem);
  });

  it("is JSON that is cut off, with a key twice, or nested without end", () => {
    for (const text of ['{"studies": [', '{"protocolSection": {}, "protocolSection": {}}', "[".repeat(200_000)])
      expect(readClinicalTrials(text, library()).ok).toBe(false);
  });

  it("is never a key that every object has", () => {
    const text =
      '{"__proto__": {"polluted": true}, "protocolSection": {"__proto__": {"polluted": true}, "identificationModule": {"nctId": "NCT99999906"}}}';
    expect(read(text).entries).toHaveLength(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
