import { describe, expect, it } from "vitest";
import { chosenStudies, readStudyFilter, type StudyLine } from "./study-filter.ts";

const study = (part: Partial<StudyLine>): StudyLine => ({
  id: "a-2020",
  title: "A trial",
  designClass: "randomised",
  joint: "hip",
  disease: "onfh",
  pooling: "admitted",
  verified: "source-text",
  ...part,
});

describe("the filter of studies", () => {
  it("keeps what it knows of an address and drops the rest", () => {
    expect(readStudyFilter({ joint: "hip", disease: "gout", pooling: 3, words: "marrow", page: 2 })).toEqual({
      joint: "hip",
      words: "marrow",
    });
  });

  it("shows only studies that fit every part", () => {
    const studies = [study({}), study({ id: "b", joint: "knee", disease: "knee-oa" }), study({ id: "c", pooling: "excluded" })];
    expect(chosenStudies(studies, { joint: "hip", pooling: "admitted" }).map(({ id }) => id)).toEqual(["a-2020"]);
  });

  it("finds every word in title or id, in any case", () => {
    const studies = [
      study({ id: "hauzeur-2018", title: "Inefficacy of marrow" }),
      study({ id: "gangji-2011", title: "Marrow implantation" }),
    ];
    expect(chosenStudies(studies, { words: " MARROW hauzeur" }).map(({ id }) => id)).toEqual(["hauzeur-2018"]);
  });

  it("puts the newest first and studies without a year last", () => {
    const studies = [study({ id: "none" }), study({ id: "old", year: 2002 }), study({ id: "new", year: 2023 })];
    expect(chosenStudies(studies, {}).map(({ id }) => id)).toEqual(["new", "old", "none"]);
  });
});
