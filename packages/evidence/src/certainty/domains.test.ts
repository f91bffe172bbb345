import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import type { Pooled, StudyRiskOfBias } from "../schema.ts";
import { pooledOf, proportionOf, seriesOf } from "../testing/known-answers.ts";
import { effectQuestion, smallCatalog } from "../testing/small-catalog.ts";
import { imprecisionDomain, informationSize } from "./imprecision-domain.ts";
import { inconsistencyDomain } from "./inconsistency-domain.ts";
import { publicationBiasDomain } from "./publication-bias-domain.ts";
import { riskOfBiasDomain } from "./risk-of-bias-domain.ts";

const asked = effectQuestion("q") as Parameters<typeof imprecisionDomain>[0];

describe("risk of bias", () => {
  const study = (weight: number, tool: StudyRiskOfBias["tool"], overall: string) => ({
    weight,
    riskOfBias: { tool, overall, reason: "", domains: [], signedBy: null },
  });
  it.each<[string, Parameters<typeof riskOfBiasDomain>[0], string]>([
    ["sound trials", [study(60, "rob2", "low"), study(40, "rob2", "high")], "not-serious"],
    ["most weight at high risk", [study(60, "rob2", "high"), study(40, "rob2", "low")], "serious"],
    ["most weight unclear", [study(60, "rob2", "no-information"), study(40, "rob2", "low")], "serious"],
    ["most weight that nobody assessed", [{ weight: 60, riskOfBias: null }, study(40, "rob2", "low")], "serious"],
    ["most weight not allocated by chance", [study(60, "robins-i", "serious"), study(40, "rob2", "low")], "very-serious"],
    ["most weight at critical risk", [study(60, "robins-i", "critical"), study(40, "rob2", "low")], "very-serious"],
  ])("%s", (_, studies, judgement) => expect(riskOfBiasDomain(studies).judgement).toBe(judgement));
});

describe("inconsistency", () => {
  const found = (part: Partial<Pooled>) =>
    inconsistencyDomain({ k: 4, i2: 0, pi: [0.4, 0.8], ci: [0.5, 0.7], measure: "RR", ...part }).judgement;
  it.each<[Partial<Pooled>, string]>([
    [{}, "not-serious"],
    [{ i2: 50 }, "serious"],
    [{ i2: 75 }, "very-serious"],
    [{ pi: [0.3, 1.2] }, "serious"], // the next study may show no difference although the pool is clear
    [{ pi: [0.3, 1.2], ci: [0.6, 1.1] }, "not-serious"],
    [{ k: 1 }, "not-assessed"],
  ])("%j: %s", (part, judgement) => expect(found(part)).toBe(judgement));
});

describe("imprecision", () => {
  const arms = (events: number, total: number) => [{ comparator: { events, total } }] as unknown as Pooled["studies"];
  const found = (ci: [number, number], n: number, measure: Pooled["measure"] = "RR") =>
    imprecisionDomain(asked, { measure, ci, n, studies: arms(50, 100) });

  it("asks for as many as one good trial would need", () => {
    // By hand: (1.959964 + 0.841621)^2 (0.25 + 0.234375) / 0.125^2 = 243.3 in each arm.
    expect(informationSize(0.5)).toBe(2 * 244);
    expect(informationSize(0)).toBeUndefined();
  });

  it.each<[[number, number], number, string]>([
    [[0.5, 0.7], 600, "not-serious"],
    [[0.5, 1.1], 600, "serious"], // no difference is possible
    [[0.5, 0.7], 300, "serious"], // fewer than the 488 needed
    [[0.5, 0.7], 200, "very-serious"], // fewer than half of them
    [[0.5, 1.5], 600, "very-serious"], // appreciable benefit and harm
  ])("%j of %d: %s", (ci, n, judgement) => expect(found(ci, n).judgement).toBe(judgement));

  it("is never less than serious where most of the weight is of paired hips", () => {
    const numbers = { measure: "RR" as const, ci: [0.5, 0.7] as [number, number], n: 600, studies: arms(50, 100) };
    expect(imprecisionDomain(asked, numbers, 60)).toMatchObject({ judgement: "serious", reason: expect.stringContaining("paired hips") });
  });

  it.each<[[number, number], number, string]>([
    [[1, 9], 500, "not-serious"],
    [[1, 9], 100, "serious"],
    [[-1, 9], 100, "very-serious"],
  ])("of a difference %j of %d: %s", (ci, n, judgement) => expect(found(ci, n, "MD").judgement).toBe(judgement));
});

describe("publication bias", () => {
  const refused = { refused: { kind: "not-applicable", code: "too-few-studies", reason: "Too few." } };

  it("is not assessed on silence alone", () => {
    expect(publicationBiasDomain(smallCatalog([], []), asked.admits, refused).judgement).toBe("not-assessed");
  });

  it("counts registered trials that ended without a report, and names them", () => {
    const { judgement, reason } = pooledOf("PS1").certainty.domains.find(({ domain }) => domain === "publication-bias")!.computed!;
    expect(judgement).toBe("serious");
    for (const [number] of reason.matchAll(/NCT\d+/g)) expect(catalog.trials.get(number.toLowerCase())?.study).toBeUndefined();
  });

  it.each([
    [0.04, "serious"],
    [0.4, "not-serious"],
  ])("follows a test with p = %d", (p, judgement) =>
    expect(publicationBiasDomain(smallCatalog([], []), asked.admits, { test: "Egger", z: 1, p }).judgement).toBe(judgement),
  );
});

describe("an answer of the knowledge", () => {
  it("shows the judged and the computed where they differ", () => {
    const { domains, level, levelBy } = pooledOf("PS3").certainty;
    expect([level, levelBy]).toEqual(["very-low", "person"]);
    expect(domains.find(({ domain }) => domain === "imprecision")).toMatchObject({
      judgement: "serious",
      by: "person",
      computed: { judgement: "very-serious" },
      differs: true,
    });
  });

  it("is computed where nobody judged, and unsigned", () => {
    const { level, levelBy, signedBy, domains, upgrades } = pooledOf("onfh-early-progression").certainty;
    expect([level, levelBy, signedBy]).toEqual(["very-low", "computed", null]);
    expect(domains.every(({ by, reason }) => by === "computed" && reason !== "")).toBe(true);
    expect(upgrades.map(({ upgrade, judgement }) => [upgrade, judgement])).toEqual([
      ["large-effect", "none"], // twofold, but the risk of bias is serious
      ["dose-response", "not-assessed"],
      ["opposing-confounding", "not-assessed"],
    ]);
  });

  it("loses certainty by widening, visibly", () => {
    const indirectness = (widen: readonly "phase"[]) =>
      pooledOf("onfh-early-hhs", { widen }).certainty.domains.find(({ domain }) => domain === "indirectness")!;
    expect(indirectness([]).judgement).toBe("not-serious");
    expect(indirectness(["phase"])).toMatchObject({ judgement: "very-serious", reason: expect.stringContaining("widened by the reader") });
  });

  it("never lets a judgement made by hand outweigh a widening", () => {
    const asIs = pooledOf("PS3b").certainty;
    expect(pooledOf("PS3b", { widen: ["joint"] }).certainty).toEqual(asIs); // nobody came in
    expect(seriesOf("hip-oa-pain-change").certainty.level).toBe("very-low");
    expect(proportionOf("hip-oa-conversion").certainty.levelBy).toBe("computed");
  });

  it("is very indirect when it is about the knee", () => {
    const { domains } = pooledOf("knee-oa-serious-adverse-events").certainty;
    expect(domains.find(({ domain }) => domain === "indirectness")).toMatchObject({
      judgement: "very-serious",
      reason: "Another joint than the hip.",
    });
  });
});
