import { ok, type Result } from "@calcar/vocabulary";
import type { StudyInput } from "../meta/studies.ts";
import { type EggerTest, egger } from "./egger.ts";

export interface PetPeese {
  /** Intercept of the regression on the standard error. */
  readonly pet: NonNullable<EggerTest["limit"]>;
  /** Intercept of the regression on the variance. */
  readonly peese: NonNullable<EggerTest["limit"]>;
  /** PEESE when PET's intercept differs from 0 (one-sided 5 percent, two-sided 10), else PET. */
  readonly chosen: "pet" | "peese";
}

/**
 * Precision-effect test and precision-effect estimate with standard error: the effect expected of a study without sampling error.
 *
 * @refuses as egger
 * @source stanley-doucouliagos-2014
 */
export function petPeese(request: Omit<StudyInput, "moderators"> & { readonly level?: number }): Result<PetPeese> {
  const bySe = egger({ ...request, predictor: "sei", model: "weighted" });
  if (!bySe.ok) return bySe;
  const byVariance = egger({ ...request, predictor: "vi", model: "weighted" });
  if (!byVariance.ok) return byVariance;
  const pet = bySe.value.limit!;
  return ok({ pet, peese: byVariance.value.limit!, chosen: pet.p < 0.1 ? "peese" : "pet" });
}
