import type { Outcome, Study } from "@calcar/catalog";
import type { Verified } from "@calcar/vocabulary";

type Mend = (study: Study) => void;

const ground = (source: string, at: string, verified: Verified = "secondary-source") => ({
  source,
  at,
  verified,
});
const TABLE_2020 = ground("review-2020-pmc7576732", "Table 1");
const TABLE_2018 = ground("review-2018-s13287-018-1018-7", "Table 1");
const JOSR = ground("josr-2023", "JOSR 2023 Table 3");

const outcome = (study: Study, id: string): Outcome => {
  const found = study.outcomes.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`${study.id} has no outcome ${id}: ${study.outcomes.map((each) => each.id).join(", ")}`);
  return found;
};
const cells = (study: Study) => study.arms.find(({ role }) => role === "cell")!;
const cite = (study: Study, ...ids: string[]) => {
  study.otherSources = [...new Set([...(study.otherSources ?? []), ...ids])].filter((id) => id !== study.source && id !== "recall");
};
const say = (study: Study, text: string) => {
  study.provenance = [study.provenance, text].filter(Boolean).join(" ");
};

/** What the second reading corrects, raises or adds. Every figure here was read in the text that it names. */
export const ONFH_CORRECTIONS: Readonly<Record<string, Mend>> = {
  "zhao-2012": (study) => {
    for (const row of study.outcomes) {
      row.name = "progression";
      row.ground = TABLE_2020;
      row.note = "The table says progressed; whether that means a graft or a replacement is not confirmed.";
    }
    const control = study.outcomes[1]!;
    control.note += " 44 of 51 control hips are counted: see the row over all 51.";
    study.outcomes[0]!.id = "progression-60-cells";
    control.id = "progression-60-control";
    study.outcomes.push({
      ...control,
      id: "progression-60-control-of-all",
      total: 51,
      derivation: "the 10 events over all 51 control hips",
      note: "A sensitivity value, not a printed one.",
    } as Outcome);
    study.limitations = [
      "the paper itself was not read: counts come from a review table",
      "7 of 51 control hips are missing from the printed denominator",
    ];
    study.provenance = "Arm sizes, ages and stages: Xu 2017 Table 1. Event counts: Table 1 of a 2020 review.";
    study.verified = "secondary-source";
    cells(study).product.dose = "2 million cultured cells (review table)";
    cite(study, "review-2020-pmc7576732", "xu-2017");
  },
  "gangji-2011": (study) => {
    cells(study).product.dose = "1.9 ± 0.2 thousand million mononuclear cells (review table)";
    cite(study, "review-2020-pmc7576732");
  },
  "hernigou-2008": (study) => {
    cells(study).product.dose = "24 thousand CFU (review table)";
    say(study, "Follow-up of 8 to 18 years according to a review table; the series was read in its December 2008 report.");
    for (const row of study.outcomes) row.timepoint = "8 to 18 years";
    study.provenance = study.provenance?.replace("; follow-up length not in the excerpt", "");
    cite(study, "review-2020-pmc7576732");
  },
  "hernigou-2002": (study) => {
    study.followUpMonths = 84;
    for (const row of study.outcomes) {
      row.id = row.id.replace("90", "84");
      row.months = 84;
      row.timepoint = "mean 7 years (5 to 11)";
      row.note = "The abstract says 5 to 10 years; the mean comes from a review table.";
    }
    cells(study).product.dose = "25 thousand CFU per hip (review table)";
    cite(study, "review-2018-s13287-018-1018-7");
  },
  "hernigou-2018": (study) => {
    study.participants = [{ says: "78 men and 47 women", ground: ground("hernigou-2018", "abstract", "source-text") }];
    study.patients = 125;
    // Independent totals misstate the variance of paired hips, in a direction that depends on their correlation.
    study.limitations = study.limitations.map((limitation) =>
      limitation.startsWith("paired hips:")
        ? "paired hips: a 2x2 with independent totals misstates precision, and the table of pairs is not in the text read"
        : limitation,
    );
  },
  "pepke-2016": (study) => {
    cells(study).product.dose = "118.9 million cells per mL, 10 mL injected (review table)";
    cells(study).product.processing = "12 mL of concentrate from 200 to 220 mL of marrow (review table)";
    study.participants = [
      { says: "Age 44.3 ± 3.4 (cells) and 44.5 ± 3.3 (control); the spread is too small for a standard deviation", ground: TABLE_2018 },
    ];
    say(study, "A review judges the short-term benefit of the added concentrate not significant.");
    cite(study, "review-2018-s13287-018-1018-7", "xu-2017");
  },
  "ma-2014": (study) => {
    const [active, control] = study.arms;
    const score = (id: string, instrument: string, arm: string, [mean, dispersion]: readonly [number, number?]): Outcome => ({
      type: "value",
      id,
      name: `${instrument} ${instrument === "WOMAC" ? "total" : "index"}`,
      arm,
      months: 0,
      isBaseline: true,
      mean,
      dispersion,
      dispersionType: dispersion === undefined ? "none" : "unclear",
      n: arm === active!.name ? 25 : 24,
      instrument,
      unit: "points",
      ground: JOSR,
      note: dispersion === undefined ? undefined : "The printed spread is probably a standard error.",
    });
    study.outcomes.push(
      score("womac-total-0-control", "WOMAC", control!.name, [24.8]),
      score("lequesne-index-0-cells", "Lequesne", active!.name, [9.6, 1.0]),
      score("lequesne-index-0-control", "Lequesne", control!.name, [9.8]),
      {
        type: "reported",
        id: "no-progression-stage-1-2",
        name: "no progression, hips in stage I or II",
        group: "hips in stage I or II",
        months: 24,
        measure: "finding",
        finding: "100% with cells and 66.7% in control, as printed. The control denominator is unclear, so this is not a count.",
        ground: ground("ma-2014", "abstract", "source-text"),
      },
    );
  },
  "kang-2018": (study) => {
    outcome(study, "tha-51-cells").p = "0.028 between arms";
    outcome(study, "clinical-failure-pre-collapse-subgroup-51-cells").p = "0.014 between arms";
  },
  "mao-2015": (study) => {
    outcome(study, "tha-36-cells").p = "0.031 between arms; log-rank 0.025";
  },
  "rastogi-2013": (study) => {
    study.patients = 40;
  },
  "hauzeur-2020": (study) => {
    study.followUpMonths = undefined;
    say(
      study,
      "No text behind a follow-up of 36 months; a registry entry that appears to be this trial says up to 5 years. 279 patients were treated in the period, which is no denominator of the trial.",
    );
    cite(study, "nct02890537");
  },
  "jayankura-2023": (study) => {
    const note =
      "24% and 14% with arms of 25 and 29 are in the appraisal and give whole counts (6.0 and 4.06); of the 23 completers they would not.";
    for (const id of ["tha-24-cells", "tha-24-control"]) outcome(study, id).note = note;
    study.participants = [
      {
        says: "35 and 33 randomised, marrow harvested in 34 and 30, implanted 25 and 29, completed 23 and 26 (cells, placebo)",
        ground: ground("preob-results", "participant flow", "source-text"),
      },
      {
        says: "118 planned; stopped for futility after an interim look at 44 patients at 12 months",
        ground: ground("orthoworld-preob", "page"),
      },
    ];
    cells(study).note = "A trade press report gives 20 million cells, probably the concentration alone.";
    cite(study, "preob-results", "orthoworld-preob");
  },
  "lim-2013": (study) => {
    const active = cells(study);
    active.hips = 128;
    active.note = "The hips of the three reported strata (42, 37 and 49). 159 (190 minus 31) is derived and ambiguous.";
    study.hips = 159;
    const total = (id: string, arm: string, [events, of]: readonly [number, number], derivation: string): Outcome => ({
      type: "events",
      id,
      name: "additional surgery, all three strata",
      arm,
      months: 60,
      event: "further-surgery",
      events,
      total: of,
      unit: "hips",
      ground: ground("lim-2013", "abstract", "source-text"),
      derivation,
    });
    study.outcomes.push(
      total("additional-surgery-60-cells", active.name, [59, 128], "sum of the three strata, 15/42, 16/37 and 28/49"),
      total("additional-surgery-60-control", study.arms[1]!.name, [14, 31], "sum of the three strata, 5/14, 4/9 and 5/8"),
    );
  },
  "tabatabaee-2015": (study) => {
    study.limitations.push("two review tables disagree on the mean age in the cell arm, so none is given");
    cite(study, "xu-2017");
  },
};

export const OA_CORRECTIONS: Readonly<Record<string, Mend>> = {
  "emadedin-2015": (study) => {
    study.source = "emadedin-2015-abstract";
    study.patients = 18;
    study.followUpMonths = 30;
    study.verified = "source-text";
    study.provenance =
      "18 enrolled, 1 lost, visits at 2, 6, 12 and 30 months: from the abstract. How many per joint is not confirmed, so there is no hip denominator.";
    study.adverseEvents = {
      summary: "No severe adverse event; minor local reactions in a few; no tumour seen over 30 months",
      n: 18,
      serious: 0,
      ground: ground("emadedin-2015-abstract", "abstract", "source-text"),
    };
  },
  "rizzoli-mfat-pilot": (study) => {
    study.limitations.push("the stored scores are interim: the protocol runs to 12 months and the registry lists results as pending");
  },
  "dalloca-2019": (study) => {
    study.outcomes.push({
      type: "change",
      id: "vas-pain-6-mf-at",
      name: "VAS pain",
      arm: "MF-AT",
      months: 6,
      instrument: "VAS pain",
      domain: "pain",
      unit: "points",
      scale: { min: 0, max: 10, higherIsBetter: false, assumed: true },
      n: 6,
      baseline: { mean: 4.6 },
      followUp: { mean: 1.5 },
      ground: ground("dalloca-vendor", "summary"),
      note: "Rounded values of a vendor's summary, without a spread; the time point is taken to be that of the other scores.",
    });
    cite(study, "dalloca-vendor");
  },
  "whitney-2020": (study) => {
    study.participants = [{ says: "Age 57.6 ± 11", ground: ground("whitney-abs", "abstract", "source-text") }];
  },
  "lamo-espinosa-2020": (study) => {
    for (const row of study.outcomes)
      if (row.type === "change" && row.instrument === "WOMAC total" && row.months === 12 && row.p === undefined)
        row.p = row.arm === "PRGF" ? "0.002 within the arm" : "0.053 within the arm";
  },
  "cochrane-knee-2025": (study) => {
    const pain = outcome(study, "pain-up-to-6-months-stem-cell-v-placebo");
    if (pain.type !== "reported") throw new Error("pain is not reported");
    const { name, group, timepoint } = pain;
    study.outcomes.push({
      type: "reported",
      id: "pain-heterogeneity-and-certainty",
      name: `${name}, heterogeneity and certainty`,
      group,
      timepoint,
      measure: "I2, %",
      value: 80,
      extra: { certainty: "low" },
      ground: ground("seed-000", "seed", "seed-only"),
      note: "Only a seed page gives these: never beside the point estimate as if read together.",
    });
    pain.extra = undefined;
    pain.note = "Point estimate read in the source; the interval is cut off in every copy.";
  },
  "mautner-2023": (study) => {
    study.adverseEvents = {
      summary: "No serious event related to the procedure; 4.3% of participants had a serious event of any cause (registry results)",
      n: 480,
      seriousRelated: 0,
      ground: study.adverseEvents!.ground,
    };
    study.outcomes.push({
      type: "reported",
      id: "serious-adverse-event-any-cause",
      name: "serious adverse event of any cause",
      group: "all arms",
      measure: "proportion",
      value: 0.043,
      ground: ground("nct03818737-results", "registry results", "source-text"),
    });
    cite(study, "nct03818737-results");
  },
};
