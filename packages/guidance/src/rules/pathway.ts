import type { Catalog } from "@calcar/catalog";
import type { Pathway } from "@calcar/catalog/schema";
import type { Facts } from "../schema.ts";

/** The fact of each staging system of the femoral head, with the phase that each of its grades means. */
export type HeadStages = ReadonlyMap<string, ReadonlyMap<string, "before-collapse" | "after-collapse">>;

export const DIAGNOSIS = "diagnosis.primary";

export function headStages(catalog: Catalog): HeadStages {
  const stages = new Map<string, ReadonlyMap<string, "before-collapse" | "after-collapse">>();
  for (const { fact, grades } of catalog.staging.values()) {
    const phases = grades.flatMap(({ code, phase }) => (phase ? [[code, phase] as const] : []));
    if (fact && phases.length > 0) stages.set(fact, new Map(phases));
  }
  return stages;
}

/**
 * The pathway that the facts put this hip on.
 *
 * Osteonecrosis goes by its recorded stages, each system on its own terms; two that disagree leave it undetermined, as does none.
 */
export function pathwayOf(stages: HeadStages, facts: Facts): Pathway {
  const diagnosis = facts[DIAGNOSIS];
  if (diagnosis === undefined) return "undetermined";
  if (diagnosis === "osteoarthritis") return "hip-oa";
  if (diagnosis !== "osteonecrosis") return "other-condition";

  const phases = new Set<string | undefined>();
  for (const [fact, phaseOf] of stages) {
    const stage = facts[fact];
    if (stage !== undefined) phases.add(phaseOf.get(String(stage)));
  }
  if (phases.size !== 1) return "undetermined";
  return phases.has("before-collapse") ? "onfh-pre-collapse" : "onfh-post-collapse";
}
