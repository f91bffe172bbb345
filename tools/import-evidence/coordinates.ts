import type { Study } from "@calcar/catalog";

type Coordinates = Pick<Study, "designClass" | "pooling"> & Partial<Pick<Study, "phase" | "poolingNote">>;

const SERIES = "One arm: a change or a proportion, never beside a controlled effect.";

const row = (designClass: Study["designClass"], pooling: Study["pooling"], phase?: Study["phase"], poolingNote?: string): Coordinates => ({
  designClass,
  pooling,
  ...(phase && { phase }),
  ...(poolingNote && { poolingNote }),
});

/** Where each osteonecrosis study stands, judged from its design, stage and pool role. A stage called only "early" gives no phase. */
export const ONFH: Readonly<Record<string, Coordinates>> = {
  "gangji-2004": row(
    "non-randomised-controlled",
    "excluded",
    "before-collapse",
    "The same trial is pooled once, from its 60-month report gangji-2011.",
  ),
  "gangji-2011": row("non-randomised-controlled", "admitted", "before-collapse"),
  "zhao-2012": row(
    "randomised",
    "secondary",
    "before-collapse",
    "Counts read only in a review table: a sensitivity row until the paper is read.",
  ),
  "sen-2012": row("randomised", "admitted", "before-collapse"),
  "rastogi-2013": row("randomised", "excluded", "mixed", "Both arms got cells: there is no arm of core decompression alone."),
  "ma-2014": row("randomised", "admitted", "mixed", "The same trial as li-2020. A few hips had already collapsed (Ficat III)."),
  "li-2020": row(
    "randomised",
    "excluded",
    "mixed",
    "The ten-year report of ma-2014: its hazard ratio stands alone and never joins ma-2014.",
  ),
  "tabatabaee-2015": row(
    "randomised",
    "secondary",
    "mixed",
    "Event counts are recalled and scores carry an unclear spread: nothing of it enters a pool yet.",
  ),
  "pepke-2016": row("randomised", "excluded", "before-collapse", "No event counts in any text that could be read."),
  "lim-2013": row("non-randomised-controlled", "secondary", "mixed", "Not randomised; any further surgery, not only replacement."),
  "kang-2018": row("non-randomised-controlled", "secondary", "mixed", "Matched pairs, not randomised."),
  "hauzeur-2018": row("randomised", "admitted", "after-collapse"),
  "hauzeur-2020": row(
    "randomised",
    "excluded",
    "before-collapse",
    "Two cell products compared: there is no arm of core decompression alone.",
  ),
  "jayankura-2023": row("randomised", "admitted", "before-collapse"),
  "hernigou-2018": row(
    "within-patient",
    "admitted",
    "before-collapse",
    "Paired hips, and the side with the larger lesion got cells: leave-one-out without it must always be visible.",
  ),
  "hernigou-2002": row("uncontrolled", "admitted", "mixed", SERIES),
  "hernigou-2008": row("uncontrolled", "admitted", "before-collapse", SERIES),
  "scitechnol-rct": row("randomised", "admitted", undefined, "A conference abstract; the stage is given only as early."),
  "mao-2015": row("randomised", "excluded", undefined, "Another cell source, route and comparator."),
  "liu-2013": row("non-randomised-controlled", "excluded", undefined, "No arm sizes in any text that could be read."),
  "li-2021-abr": row(
    "randomised",
    "excluded",
    undefined,
    "Two augmented techniques compared: there is no arm of core decompression alone.",
  ),
  "bjo-2021-bmac-prp": row("uncontrolled", "admitted", "before-collapse", SERIES),
  "tomaru-2019": row("uncontrolled", "admitted", "mixed", SERIES),
  "dambrosi-2018": row("uncontrolled", "admitted", "mixed", SERIES),
  "wang-2010-bmmc": row("uncontrolled", "admitted", "mixed", SERIES),
  "hegde-2025": row("uncontrolled", "admitted", undefined, SERIES),
  "lee-2015-zol": row("randomised", "excluded", "before-collapse", "A drug trial without cells: context only."),
  "martinot-2020": row(
    "non-randomised-controlled",
    "excluded",
    "mixed",
    "Results not in the text read, and not all augmentation was cells.",
  ),
};

const DESIGNS: Readonly<Record<string, Study["designClass"]>> = {
  rct: "randomised",
  "nonrandomised-comparative": "non-randomised-controlled",
  "case-series": "uncontrolled",
  registry: "registry",
};

/** The class of a described osteoarthritis design; every kind of review is a review. */
export const designClassOf = (design: string): Study["designClass"] => DESIGNS[design] ?? "review";

export function jointOf(joint: string): Study["joint"] {
  if (joint === "hip" || joint === "knee") return joint;
  return joint === "systemic" || joint === "heart" ? "none" : "mixed";
}

export function diseaseOf(condition: string, joint: Study["joint"]): Study["disease"] {
  if (condition.includes("impingement")) return "cartilage-injury";
  if (!/osteoarthritis|OA/.test(condition) || condition.includes("rheumatoid")) return "other";
  if (joint === "hip") return "hip-oa";
  return joint === "knee" ? "knee-oa" : "oa-mixed";
}

/** Whether an osteoarthritis study may enter a pool that its coordinates fit, and why not. */
export function oaPooling({ id, role, verified, design }: { id: string; role: string; verified: string; design: string }): Coordinates {
  const designClass = designClassOf(design);
  const because = OA_SPECIAL[id];
  if (because) return { designClass, ...because };
  if (designClass === "review") return row(designClass, "excluded", undefined, "A review: its trials are pooled, never the review itself.");
  if (verified === "seed-only" || verified === "recalled")
    return row(designClass, "excluded", undefined, `Rests on what is ${verified}: never pooled, always marked.`);
  if (role === "indirect-iv" || role === "irrelevant-population")
    return row(designClass, "excluded", undefined, "Another disease: it says nothing about a hip.");
  return designClass === "uncontrolled" || designClass === "registry"
    ? row(designClass, "admitted", undefined, SERIES)
    : { designClass, pooling: "admitted" };
}

const OA_SPECIAL: Readonly<Record<string, Pick<Coordinates, "pooling" | "poolingNote">>> = {
  "mardones-2016": {
    pooling: "secondary",
    poolingNote:
      "All had hip arthroscopy, so the part of the cells cannot be separated; its WOMAC rises with improvement and never joins another.",
  },
  "emadedin-2015": { pooling: "excluded", poolingNote: "Knee, ankle and hip together, no hip denominator and no scores in the text read." },
  "onoi-2023": { pooling: "excluded", poolingNote: "Its scores stand only in a seed page." },
  "kim-2023": { pooling: "excluded", poolingNote: "Its effects are recalled only." },
  "shapiro-2017": { pooling: "admitted", poolingNote: "The two knees of the same patients: a paired design." },
  "natali-2022": {
    pooling: "secondary",
    poolingNote: "Read only in a vendor's summary; the final mean may include hips that were replaced.",
  },
  "villanova-2020": { pooling: "excluded", poolingNote: "The printed bracket does not contain its own mean." },
  "prp-ha-150": { pooling: "excluded", poolingNote: "No bibliographic record, and the allocation is not stated." },
  "battaglia-2013": { pooling: "excluded", poolingNote: "Read only on a secondary page, without values." },
};
