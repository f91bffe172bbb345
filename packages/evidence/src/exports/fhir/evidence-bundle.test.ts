import { readFileSync } from "node:fs";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../questions/answer-question.ts";
import { type Choice, FIRST_SHOWN } from "../../questions/choice.ts";
import { r5Published } from "../../testing/fhir-r5.ts";
import { evidenceBundle } from "./evidence-bundle.ts";
import type { ArtifactAssessment, Citation, Evidence, EvidenceVariable, R5Bundle } from "./r5.ts";

const published = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../reference/fhir-r5/${file}.json`, import.meta.url), "utf8"));
const { validate: validateR5, codesOf, unpublishedCodes } = r5Published(published("definitions"), published("code-systems"));

function bundleOf(id: string, choice: Partial<Choice> = {}): R5Bundle {
  const answer = answerQuestion(catalog, id, { ...FIRST_SHOWN, ...choice });
  if (!answer.ok) throw new Error(`${id}: ${answer.refusal.code}`);
  return evidenceBundle(catalog, answer.value);
}

const all = <Type extends R5Bundle["entry"][number]["resource"]>({ entry }: R5Bundle, type: Type["resourceType"]): Type[] =>
  entry.map(({ resource }) => resource).filter((resource): resource is Type => resource.resourceType === type);
const evidenceIn = (bundle: R5Bundle): Evidence => all<Evidence>(bundle, "Evidence")[0]!;

const found = (node: unknown, key: string): unknown[] => {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [...(name === key ? [value] : []), ...found(value, key)]);
};

describe.each([...catalog.questions.keys()])("the Bundle of %s", (id) => {
  const bundle = bundleOf(id);

  it("is valid by the published definitions, every resource of it", () => {
    for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) expect(() => validateR5(resource)).not.toThrow();
  });

  it("has codes and displays as published", () => {
    expect(unpublishedCodes(bundle)).toEqual([]);
    for (const status of found(bundle, "status")) expect(codesOf("http://hl7.org/fhir/publication-status")).toContain(status);
    for (const kind of found(bundle, "informationType"))
      expect(codesOf("http://hl7.org/fhir/artifactassessment-information-type")).toContain(kind);
    for (const artifact of found(bundle, "relatedArtifact").flat())
      expect(codesOf("http://hl7.org/fhir/related-artifact-type")).toContain((artifact as { type: string }).type);
  });

  it("refers to its own entries only, each of which it has once", () => {
    const names = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(names).size).toBe(names.length);
    const ids = bundle.entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const reference of found(bundle, "reference")) expect(names).toContain(reference);
  });
});

it("is checked by a validator that refuses what R5 does not know", () => {
  const { statistic, ...evidence } = evidenceIn(bundleOf("PS3"));
  expect(() => validateR5({ ...evidence, statistic: [{ ...statistic![0], estimate: 1 }] })).toThrow(/estimate/);
  expect(() => validateR5({ ...evidence, variableDefinition: [] })).toThrow();
  expect(() => validateR5({ ...evidence, url: "a b" })).toThrow(/url/);
  const [variable] = all<EvidenceVariable>(bundleOf("PS3"), "EvidenceVariable");
  const twice = { linkId: "a", definitionId: "b", definitionCodeableConcept: { text: "c" } };
  expect(() => validateR5({ ...variable, characteristic: [twice] })).toThrow(/evv-1/);
});

describe("an effect", () => {
  const bundle = bundleOf("PS3");
  const evidence = evidenceIn(bundle);
  const [statistic] = evidence.statistic!;

  it("has the numbers of the worked set PS3: RR 0.7457 (0.2805 to 1.9824), tau2 0.6316, Q", () => {
    expect(statistic!.statisticType.coding![0]!.code).toBe("C93152");
    expect(statistic!.quantity!.value).toBeCloseTo(0.7457, 4);
    const byType = (text: string) => statistic!.attributeEstimate!.find(({ type }) => type.text === text)!;
    const { range, level } = byType("Confidence interval");
    expect([level, range!.low!.value.toFixed(4), range!.high!.value.toFixed(4)]).toEqual([0.95, "0.2805", "1.9824"]);
    const q = byType("Cochran's Q statistic").quantity!.value;
    expect((100 * (q - 2)) / q).toBeCloseTo(91.1, 1); // I2 as the worked set has it, from Q and two degrees of freedom
    expect(byType("I-squared")).toMatchObject({ quantity: { unit: "%" }, description: expect.stringContaining("from Q") });
    expect(byType("Tau squared").quantity!.value).toBeCloseTo(0.6316, 4);
    expect(byType("Tau squared").description).toContain("log RR");
  });

  it("never counts hips as people", () => {
    expect(statistic!.sampleSize).toEqual({ description: "350 hips", numberOfStudies: 3 });
    expect(found(bundle, "numberOfParticipants")).toEqual([]);
  });

  it("says each domain of the certainty with its reason, and that nobody has signed", () => {
    const [overall] = evidence.certainty!;
    expect(overall!.rating.coding![0]!.code).toBe("very-low");
    expect(overall!.note![0]!.text).toBe("No reviewer has signed this certainty.");
    const bias = overall!.subcomponent!.find(({ type }) => type.text === "Publication bias")!;
    expect(bias.rating).toEqual({ text: "not assessed" });
    expect(bias.note![0]!.text).toContain("Too few studies");
    expect(evidence.status).toBe("draft");
  });

  it("tells each study with its arms, its risk of bias and what was read of it", () => {
    const row = all<Evidence>(bundle, "Evidence").find(({ title }) => title.startsWith("Hauzeur 2018"))!;
    expect(row.statistic!.map(({ description }) => description).slice(1)).toEqual([
      "Events with core decompression with cells: 15 of 23 hips",
      "Events with core decompression alone: 15 of 23 hips",
    ]);
    const assessment = all<ArtifactAssessment>(bundle, "ArtifactAssessment").find(({ title }) => title.includes("Hauzeur"))!;
    expect(assessment.content[0]!.classifier).toEqual([{ text: "some concerns" }]);
    expect(assessment.content[0]!.component).toHaveLength(5);
    const citation = all<Citation>(bundle, "Citation").find(({ url }) => url === "urn:calcar:source:hauzeur-2018")!;
    expect(citation.note![0]!.text).toContain("not full text");
    expect(citation.citedArtifact.publicationForm![0]!.publishedIn!.title).toBe("Int Orthop");
  });

  it("is known by another name when the reader has chosen, and says so", () => {
    expect(evidence.url).toBe("urn:calcar:evidence:PS3");
    const chosen = evidenceIn(bundleOf("PS3", { tau2: "DL", without: ["hernigou-2018"] }));
    expect(chosen.url).toBe("urn:calcar:evidence:PS3:DL:without-hernigou-2018");
    expect(chosen.note!.some(({ text }) => text.startsWith("Left out by the reader: Hernigou 2018"))).toBe(true);
  });

  it("has no heterogeneity and no synthesis where there is one study", () => {
    const single = evidenceIn(bundleOf("onfh-early-hhs"));
    expect(single.statistic![0]!.attributeEstimate!.map(({ type }) => type.text)).toEqual(["Confidence interval", "P-value"]);
    expect([single.statistic![0]!.modelCharacteristic, single.synthesisType!.text]).toEqual([undefined, "not applicable"]);
  });
});

describe("what is no effect", () => {
  const kinds = [...catalog.questions.values()];

  it.each(kinds.filter(({ kind }) => kind === "change").map(({ id }) => id))("a change is never told as one: %s", (id) => {
    const bundle = bundleOf(id);
    const text = JSON.stringify(bundle);
    for (const code of ["0000457", "0000100", "C93152", "C16932", "0000424", "referenceExposure", "C53324", "metaAnalysis"])
      expect(text).not.toContain(`"code":"${code}"`);
    expect(evidenceIn(bundle).statistic).toBeUndefined();
    expect(evidenceIn(bundle).note![0]!.text).toContain("a change is not an effect");
  });

  it("a frequency is a proportion with its interval and has no comparator", () => {
    const bundle = bundleOf("hip-oa-conversion");
    expect(JSON.stringify(bundle)).not.toContain("referenceExposure");
    for (const { statistic = [] } of all<Evidence>(bundle, "Evidence"))
      for (const { statisticType, description } of statistic) {
        expect(statisticType.text).toBe("Proportion");
        expect(description).toContain("a frequency, not an effect");
      }
  });

  it("a question without studies has no statistic, no certainty and no study, and names the nearest", () => {
    const bundle = bundleOf("hip-oa-intravenous");
    const evidence = evidenceIn(bundle);
    expect([evidence.statistic, evidence.certainty, all<Evidence>(bundle, "Evidence").length]).toEqual([undefined, undefined, 1]);
    expect(evidence.note![0]!.text).toBe("No study on file answers this question directly.");
  });
});
