import type { Question } from "@calcar/catalog/schema";
import { coded, idOf, nameOfVariable, referenceTo, worded } from "./names.ts";
import type { Characteristic, EvidenceVariable, VariableDefinition } from "./r5.ts";

const ROLES = {
  population: "population",
  exposure: "exposure",
  referenceExposure: "reference exposure",
  measuredVariable: "measured variable",
} as const;
export type Role = keyof typeof ROLES;

interface Variable {
  readonly role: Role;
  readonly says: string;
  readonly characteristic: readonly Characteristic[];
}

/** What a question is about, as variables. Only a controlled question has a reference exposure. */
export function variablesOf(question: Question): Variable[] {
  const { population, intervention } = question.admits;
  return [
    { role: "population", says: question.population.en, characteristic: anyOf(population) },
    {
      role: "exposure",
      says: question.kind === "effect" ? question.comparison.intervention.en : wordsOf(intervention),
      characteristic: anyOf(intervention),
    },
    ...(question.kind === "effect"
      ? [
          {
            role: "referenceExposure" as const,
            says: question.comparison.comparator.en,
            characteristic: anyOf({ comparator: question.admits.comparator.classes }),
          },
        ]
      : []),
    {
      role: "measuredVariable",
      says: question.outcome.en,
      characteristic: "outcome" in question.admits ? measured(question.admits.outcome) : [],
    },
  ];
}

type Coordinates = Readonly<Record<string, string | readonly string[] | undefined>>;

const wordsOf = (intervention: Question["admits"]["intervention"]): string =>
  `${(intervention.products ?? [intervention.role]).join(" or ")}, ${intervention.route.join(" or ")}`.replaceAll("-", " ");

/** Each coordinate that a question states, as one of the values it admits. */
const anyOf = (coordinates: Coordinates): Characteristic[] =>
  Object.entries(coordinates).flatMap(([coordinate, admitted]) =>
    admitted === undefined ? [] : [characteristic(coordinate, [admitted].flat())],
  );

function characteristic(coordinate: string, values: readonly string[]): Characteristic {
  const about = {
    linkId: coordinate,
    description: `${coordinate}: ${values.join(" or ")}`.replaceAll("-", " "),
    ...(coordinate === "notAlongside" ? { exclude: true as const } : {}),
  };
  const [only, ...more] = values;
  if (only !== undefined && more.length === 0) return { ...about, definitionCodeableConcept: value(coordinate, only) };
  const each = values.map((one) => ({
    linkId: `${coordinate}-${one}`,
    description: one,
    definitionCodeableConcept: value(coordinate, one),
  }));
  return { ...about, definitionByCombination: { code: "any-of", characteristic: each } };
}

const value = (coordinate: string, code: string) => ({ coding: [{ system: `urn:calcar:coordinate:${coordinate}`, code }] });

type Outcome = { readonly events: readonly string[] } | { readonly instruments: readonly string[] };
type Window = { readonly from?: number | undefined; readonly to?: number | undefined };

function measured(outcome: Outcome & { readonly months?: Window | undefined }): Characteristic[] {
  const what = "events" in outcome ? anyOf({ event: outcome.events }) : anyOf({ instrument: outcome.instruments });
  const { months } = outcome;
  if (months === undefined) return what;
  const text = `${months.from ?? 0} ${months.to === undefined ? "months or later" : `to ${months.to} months`} after treatment`;
  return [...what, { linkId: "months", description: text, definitionCodeableConcept: worded(text) }];
}

/** An EvidenceVariable for each, named after the question. */
export const variableResources = (question: Question, version: string): EvidenceVariable[] =>
  variablesOf(question).map(({ role, says, characteristic }) => {
    const url = nameOfVariable(question.id, role);
    return {
      resourceType: "EvidenceVariable",
      id: idOf(url),
      url,
      version,
      title: says,
      status: "active",
      ...(characteristic.length === 0 ? {} : { characteristic }),
    };
  });

/** How an Evidence refers to them: what the question intends. What was observed is told by the notes of each row. */
export const variableDefinitions = (question: Question): VariableDefinition[] =>
  variablesOf(question).map(({ role, says }) => ({
    description: says,
    variableRole: coded("http://terminology.hl7.org/CodeSystem/variable-role", role, ROLES[role]),
    intended: referenceTo(nameOfVariable(question.id, role), says),
  }));
