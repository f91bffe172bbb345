import type { Disagreement } from "@calcar/catalog";
import { slug } from "./outcome-ids.ts";
import type { Raw } from "./raw.ts";

/** Sides of a disagreement that are not positions of a body: a study, or a review that pooled. */
const STUDIES: Readonly<Record<string, string>> = { "lee-2015-zol": "lee-2015-zol" };
const REVIEWS: Readonly<Record<string, string>> = { "salman-rev": "salman-2023", "yuan-collapse": "yuan-2016" };

/** What the material leaves without advice on how to show it. */
const SHOW: Readonly<Record<string, string>> = {
  "topical-nsaid-in-hip-oa":
    "ACR/AF gives no graded recommendation for the hip, NICE lets it be considered for joints other than the knee: show both with their years, and do not call the first a recommendation against",
  "bisphosphonate-in-onfh":
    "one guideline lets alendronate be tried in smaller lesions, a pooled result and one trial do not show fewer collapses, a payer calls it experimental: show all, with the year of each",
};

/** Conflicts between bodies. The OARSI item on cells is withheld, so it takes no side here. */
export function importDisagreements({ avn }: Raw): Disagreement[] {
  return avn.guidelineConflicts.map(({ topic, positions, resolve }) => {
    const id = slug(topic);
    const explains = resolve ?? SHOW[id];
    if (!explains) throw new Error(`no advice for ${id}`);
    const studies = positions.flatMap((side) => STUDIES[side] ?? []);
    const otherSources = positions.flatMap((side) => REVIEWS[side] ?? []);
    return {
      id,
      topic,
      positions: positions.filter((side) => !(side in STUDIES || side in REVIEWS || side === "oarsi19-cells")),
      studies: studies.length > 0 ? studies : undefined,
      otherSources: otherSources.length > 0 ? otherSources : undefined,
      explains,
    };
  });
}
