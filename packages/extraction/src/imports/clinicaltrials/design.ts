import type { Trial } from "@calcar/catalog/schema";
import type { RegistryEntry } from "./registry-entry.ts";

type Design = NonNullable<RegistryEntry["protocolSection"]["designModule"]>;

/** What the codes of the register settle of a design. Everything else is for a person. */
export function designOf({ studyType, designInfo }: Design): {
  designClass: Trial["designClass"] | undefined;
  doubleBlind: boolean | undefined;
} {
  const { allocation, interventionModel, maskingInfo } = designInfo ?? {};
  return { designClass: designClassOf(studyType, allocation, interventionModel), doubleBlind: isDoubleBlind(maskingInfo) };
}

function designClassOf(
  studyType: string | undefined,
  allocation: string | undefined,
  model: string | undefined,
): Trial["designClass"] | undefined {
  if (studyType !== "INTERVENTIONAL") return undefined;
  if (allocation === "RANDOMIZED" && model !== "CROSSOVER") return "randomised";
  return model === "SINGLE_GROUP" && allocation !== "RANDOMIZED" && allocation !== "NON_RANDOMIZED" ? "uncontrolled" : undefined;
}

/** The register counts who is masked; double-blind means the participant and somebody who treats or judges. */
function isDoubleBlind(masking: { masking?: string | undefined; whoMasked?: string[] | undefined } | undefined): boolean | undefined {
  if (masking?.masking === "NONE" || masking?.masking === "SINGLE") return false;
  const { whoMasked = [] } = masking ?? {};
  return whoMasked.includes("PARTICIPANT") && whoMasked.length >= 2 ? true : undefined;
}

/** The design in the register's own codes, for a reader: "interventional, randomized, parallel, masking double (participant, ...)". */
export function designText({ studyType, designInfo }: Design): string | undefined {
  const { allocation, interventionModel, maskingInfo } = designInfo ?? {};
  const masked = maskingInfo?.whoMasked === undefined ? "" : ` (${maskingInfo.whoMasked.join(", ")})`;
  const masking = maskingInfo?.masking === undefined ? undefined : `masking ${maskingInfo.masking}${masked}`;
  const parts = [studyType, allocation, interventionModel, masking].filter((part) => part !== undefined && part !== "NA");
  return parts.length === 0 ? undefined : parts.join(", ").toLowerCase().replaceAll("_", " ");
}
