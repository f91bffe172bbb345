import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import type { CodeSystem, Resource, StructureDefinition } from "@medplum/fhirtypes";

export interface R5Published {
  readonly validate: (resource: unknown) => void;
  readonly codesOf: (system: string) => string[];
  readonly unpublishedCodes: (node: unknown) => string[];
}

/**
 * Holds resources against published FHIR R5 definitions with a validator that is not ours.
 *
 * @returns `validate` throws what it finds; `unpublishedCodes` gives every code whose display is not as published, since the
 *   validator does not look at code systems. Systems that are ours begin with urn:calcar
 */
export function r5Published(definitions: readonly StructureDefinition[], codeSystems: readonly CodeSystem[]): R5Published {
  indexStructureDefinitionBundle([...definitions]);
  const systems = new Map(codeSystems.map(({ url, concept }) => [url!, displaysOf(concept)]));
  const isPublished = ({ system, code, display }: Coding) => display !== undefined && systems.get(system)?.get(code) === display;
  return {
    validate: (resource) => void validateResource(resource as Resource),
    codesOf: (system) => [...(systems.get(system)?.keys() ?? [])],
    unpublishedCodes: (node) =>
      codingsIn(node)
        .filter((coding) => !isOurs(coding) && !isPublished(coding))
        .map(({ system, code, display }) => `${system} ${code} ${display}`),
  };
}

interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

const isOurs = ({ system }: Coding): boolean => system.startsWith("urn:calcar:") || system === "http://unitsofmeasure.org";

const isCoding = (node: object): node is Coding =>
  "system" in node && "code" in node && typeof node.system === "string" && typeof node.code === "string";

function codingsIn(node: unknown): Coding[] {
  if (typeof node !== "object" || node === null) return [];
  return [...(isCoding(node) ? [node] : []), ...Object.values(node).flatMap(codingsIn)];
}

function displaysOf(concepts: CodeSystem["concept"]): Map<string, string | undefined> {
  return new Map((concepts ?? []).flatMap(({ code, display, concept }) => [[code!, display] as const, ...displaysOf(concept)]));
}
