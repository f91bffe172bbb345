import { isEstablished } from "@calcar/vocabulary";
import { describe, expect, it } from "vitest";
import { catalog } from "./testing.ts";

it("takes the repository's own knowledge", () => {
  expect(catalog.version).toMatch(/^[0-9a-f]{16}$/);
  expect(catalog.sources.size).toBeGreaterThanOrEqual(201);
  expect(catalog.studies.size).toBeGreaterThanOrEqual(89);
  expect(catalog.guidelines.flatMap(({ positions }) => positions).length).toBeGreaterThanOrEqual(116);
  expect(catalog.disagreements.length).toBeGreaterThanOrEqual(8);
});

it("knows the default of this project as a source, and every former id by one source", () => {
  expect(catalog.sources.get("project-default")?.kind).toBe("project");
  expect(catalog.sources.get("acr-2019")?.alsoKnownAs).toContain("acr19");
});

describe("corrections of the second reading", () => {
  it("raise Zhao 2012 to a secondary source and keep it out of the first line", () => {
    const zhao = catalog.studies.get("zhao-2012")!;
    expect([zhao.pooling, zhao.verified]).toEqual(["secondary", "secondary-source"]);
    expect(zhao.outcomes.map((row) => row.type === "events" && [row.events, row.total])).toEqual([
      [2, 53],
      [10, 44],
      [10, 51],
    ]);
  });

  it("count 128 hips in the cell arm of Lim 2013", () => {
    expect(catalog.studies.get("lim-2013")?.arms[0]?.hips).toBe(128);
  });

  it("give Hauzeur 2020 no follow-up that no text states, and Hernigou 2002 the mean of a table", () => {
    expect(catalog.studies.get("hauzeur-2020")?.followUpMonths).toBeUndefined();
    expect(catalog.studies.get("hernigou-2002")?.followUpMonths).toBe(84);
  });

  it("never show a bare zero of serious events for MILES", () => {
    const { serious, seriousRelated, summary } = catalog.studies.get("mautner-2023")!.adverseEvents!;
    expect([serious, seriousRelated]).toEqual([undefined, 0]);
    expect(summary).toContain("4.3%");
  });
});

describe("corrections of the second check", () => {
  const position = (id: string) => catalog.guidelines.flatMap(({ positions }) => positions).find((each) => each.id === id);

  it("make weight loss strong, topical NSAID no graded recommendation and opioids a consensus against", () => {
    expect(position("acr19-weight")).toMatchObject({ direction: "for", strength: "strong" });
    expect(position("acr19-topnsaid")).toMatchObject({
      direction: "none-found",
      directionAsPrinted: "no graded recommendation for the hip",
    });
    expect(position("aaos23-opioid")).toMatchObject({ direction: "against", strength: "consensus option" });
  });

  it("withhold the OARSI item on cells, and no other", () => {
    const withheld = catalog.guidelines.flatMap(({ positions }) => positions).filter(({ withheld }) => withheld !== undefined);
    expect(withheld.map(({ id }) => id)).toEqual(["oarsi19-cells"]);
    expect(withheld.flatMap(({ grounds }) => grounds).some(({ verified }) => isEstablished(verified))).toBe(false);
    expect(catalog.disagreements.flatMap(({ positions }) => positions)).not.toContain("oarsi19-cells");
  });
});

it("never holds a spread of unclear kind as a standard deviation", () => {
  const values = [...catalog.studies.values()].flatMap(({ outcomes }) => outcomes).filter((outcome) => outcome.type === "value");
  expect(values.filter(({ sd, dispersionType }) => (sd !== undefined) !== (dispersionType === "SD"))).toEqual([]);
});
