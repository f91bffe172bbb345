import { readFileSync } from "node:fs";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import type { CodeSystem, Resource, StructureDefinition } from "@medplum/fhirtypes";

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../../../reference/fhir-r5/${file}`, import.meta.url), "utf8"));
const definitions = read("definitions.json") as StructureDefinition[];
const systems = new Map((read("code-systems.json") as CodeSystem[]).map((system) => [system.url!, displaysOf(system.concept)]));
let isIndexed = false;

/** Holds a resource against the published FHIR R5 definitions with a validator that is not ours; throws what it finds. */
export function validateR5(resource: unknown): void {
  if (!isIndexed) indexStructureDefinitionBundle(definitions);
  isIndexed = true;
  validateResource(resource as Resource);
}

/** Codes and displays that stand in no published system: the validator does not look at them. Systems that are ours begin with urn:calcar. */
export function unpublishedCodes(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(unpublishedCodes);
  if (typeof node !== "object" || node === null) return [];
  const { system, code, display } = node as Record<string, unknown>;
  const own =
    typeof system === "string" && typeof code === "string" && !system.startsWith("urn:calcar:") && system !== "http://unitsofmeasure.org"
      ? systems.get(system)?.get(code) === display && display !== undefined
        ? []
        : [`${system} ${code} ${String(display)}`]
      : [];
  return [...own, ...Object.values(node).flatMap(unpublishedCodes)];
}

/** The codes of a published system. */
export const codesOf = (url: string): string[] => [...(systems.get(url)?.keys() ?? [])];

function displaysOf(concepts: CodeSystem["concept"]): Map<string, string | undefined> {
  return new Map((concepts ?? []).flatMap(({ code, display, concept }) => [[code!, display] as const, ...displaysOf(concept)]));
}
