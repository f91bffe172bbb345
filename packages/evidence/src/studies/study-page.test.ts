import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { countedStudy, smallCatalog } from "../testing/small-catalog.ts";
import { studyLabel } from "./study-label.ts";
import { studyPage } from "./study-page.ts";

it("gives every source that any study cites", () => {
  for (const study of catalog.studies.values()) {
    const page = studyPage(catalog, study.id);
    if (!page.ok) throw new Error(study.id);
    const cited = [...JSON.stringify(study).matchAll(/"(?:source|foundIn)":"([^"]+)"/g)].map(([, id]) => id);
    expect(Object.keys(page.value.sources)).toEqual(expect.arrayContaining(cited));
  }
});

it("names the questions a study answers", () => {
  expect(studyPage(catalog, "Hauzeur-2018")).toMatchObject({
    value: { questions: ["PS3", "PS3b", "PS3c", "PS3d", "onfh-late-conversion"] },
  });
});

it("names the questions it came near, with every reason for which it is not in them", () => {
  const page = studyPage(catalog, "hernigou-2018");
  if (!page.ok) throw new Error("on file");
  const { questions, near } = page.value;
  const ps3b = near.find(({ id }) => id === "PS3b")!; // the double-blind trials alone
  expect(ps3b.reasons.map(({ says }) => says)).toContain("not double-blind");
  expect(near.map(({ id }) => id).filter((id) => questions.includes(id))).toEqual([]);
  for (const { reasons } of near) expect(reasons.length).toBeGreaterThan(0);
});

it("names what was looked for about it in vain", () => {
  expect(studyPage(catalog, "darrow-2018")).toMatchObject({
    value: { notFound: expect.arrayContaining([expect.objectContaining({ what: "the abstract with values", searched: true })]) },
  });
});

it("links the reports of one trial", () => {
  expect(studyPage(catalog, "ma-2014")).toMatchObject({ value: { sameTrial: ["li-2020"] } });
  expect(studyPage(catalog, "li-2020")).toMatchObject({ value: { sameTrial: ["ma-2014"] } });
  expect(studyPage(catalog, "hauzeur-2018")).toMatchObject({ value: { sameTrial: [] } });
});

it("says how far a study can be trusted, or that nobody has assessed it", () => {
  expect(studyPage(catalog, "jayankura-2023")).toMatchObject({
    value: { riskOfBias: { assessments: [{ overall: { judgement: "high" } }] } },
  });
  expect(studyPage(catalog, "park-2018")).toMatchObject({ value: { riskOfBias: null } });
});

it.each([
  ["hernigou", ["hernigou-2002", "hernigou-2008", "hernigou-2018"]],
  ["", []],
])("refuses %j and names what begins alike", (id, missing) => {
  expect(studyPage(catalog, id)).toMatchObject({ refusal: { kind: "not-found", code: "study", missing } });
});

it.each<[string, string | undefined, number | undefined, string]>([
  ["gangji-2011", "Gangji V, De Maertelaer V, Hauzeur JP", 2011, "Gangji 2011"],
  ["dalloca-2019", "Dall'Oca C, Breda S", 2019, "Dall'Oca 2019"],
  ["di-sante-2016", "Di Sante L, Villani C", 2016, "Di Sante 2016"],
  ["lamo-espinosa-2016", "Lamo-Espinosa JM, et al.", 2016, "Lamo-Espinosa 2016"],
  ["mao-2015", "Mao Q et al.", 2015, "Mao 2015"],
  ["natali-2022", undefined, 2022, "Natali 2022"],
  ["scitechnol-rct", undefined, undefined, "Scitechnol RCT"],
])("calls %s by %s", (id, authors, year, label) => {
  const { year: _, ...study } = countedStudy([id, 1, 2, 1, 2]);
  const source = { id, title: id, kind: "primary", stillValidOn: "2026-11-21", ...(authors === undefined ? {} : { authors }) };
  const dated = year === undefined ? study : { ...study, year };
  expect(studyLabel(smallCatalog([dated], [], [source]), dated)).toBe(label);
});
