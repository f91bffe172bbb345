import { catalog } from "@calcar/catalog/testing";
import { changeEffect, meanEffect, pool } from "@calcar/statistics";
import { describe, expect, it } from "vitest";
import { pooledOf } from "../testing/known-answers.ts";

/**
 * The other worked analyses of the evidence file, computed there by an independent program and printed to three decimals.
 * Those that pool a change, or assume how many were in an arm, are held here as cases of the engine only: no answer shows them.
 */
const three = (values: readonly number[]): string[] => values.map((value) => value.toFixed(3).replace(/\.?0+$/, ""));

it("PRP against HA in the hip, pain at 6 months: -23 (-33.31 to -12.69)", () => {
  const { estimate, se, ci, k, n, counted } = pooledOf("hip-prp-pain");
  expect(three([estimate, se])).toEqual(["-23", "5.259"]);
  expect(ci.map((value) => value.toFixed(2))).toEqual(["-33.31", "-12.69"]);
  expect([k, n, counted]).toEqual([1, 80, "patients"]);
});

it("PRP against HA in the hip, replacement 3/19 against 7/14: RR 0.316 (0.099 to 1.010)", () => {
  const { estimate, ci } = pooledOf("hip-prp-conversion");
  expect([estimate, ...ci].map((value) => value.toFixed(3))).toEqual(["0.316", "0.099", "1.010"]);
});

interface Series {
  readonly study: string;
  readonly outcome: string;
}
const WOMAC: readonly Series[] = [
  { study: "dalloca-2019", outcome: "womac-total-6-mf-at" },
  { study: "rizzoli-mfat-pilot", outcome: "womac-total-6-mfat-x1" },
  { study: "mat-preprint-2024", outcome: "womac-total-3-mat" },
];
const HHS: readonly Series[] = [
  { study: "dalloca-2019", outcome: "hhs-6-mf-at" },
  { study: "rizzoli-mfat-pilot", outcome: "hhs-6-mfat-x1" },
];

/** A mean change pooled over series, for an assumed correlation between before and after. Never an effect, never shown. */
function pooledChange(series: readonly Series[], r: number) {
  const effects = series.map(({ study, outcome }) => {
    const row = catalog.studies.get(study)!.outcomes.find(({ id }) => id === outcome);
    if (row?.type !== "change") throw new Error(outcome);
    const [before, after] = [row.baseline!, row.followUp!];
    const effect = changeEffect("MC", { mPre: before.mean, sdPre: before.sd!, mPost: after.mean, sdPost: after.sd!, n: row.n!, r });
    if (!effect.ok) throw new Error(effect.refusal.code);
    return effect.value;
  });
  const pooled = pool({ yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi), tau2: "DL", ci: "z" });
  if (!pooled.ok) throw new Error(pooled.refusal.code);
  const { estimate, ci, tau2, i2 } = pooled.value;
  return three([estimate, ...ci, tau2, i2 ?? 0]);
}

describe("change over time in the hip, without a control group", () => {
  it.each<[string, readonly Series[], number, string[]]>([
    ["WOMAC", WOMAC, 0.3, ["-16.271", "-20.526", "-12.016", "5.529", "37.636"]],
    ["WOMAC", WOMAC, 0.5, ["-16.138", "-20.445", "-11.831", "7.619", "52.1"]],
    ["WOMAC", WOMAC, 0.7, ["-15.979", "-20.318", "-11.64", "9.769", "67.374"]],
    ["HHS", HHS, 0.3, ["15.601", "12.199", "19.003", "0", "0"]],
    ["HHS", HHS, 0.5, ["15.699", "12.367", "19.031", "0.813", "14.06"]],
    ["HHS", HHS, 0.7, ["15.801", "12.475", "19.127", "1.892", "32.734"]],
  ])("%s, correlation %#", (_, series, r, expected) => expect(pooledChange(series, r)).toEqual(expected));
});

describe("knee trials whose arm sizes are assumed", () => {
  const difference = ([m1, sd1]: readonly [number, number], [m2, sd2]: readonly [number, number], n: number) => {
    const effect = meanEffect("MD", { m1, sd1, n1: n, m2, sd2, n2: n });
    if (!effect.ok) throw new Error(effect.refusal.code);
    return three([effect.value.yi, Math.sqrt(effect.value.vi)]);
  };
  it.each<[string, string[], string[]]>([
    ["Lamo-Espinosa 2020, VAS at 12 months, 30 in each arm", difference([3.5, 2.5], [4.5, 2.2], 30), ["-1", "0.608"]],
    ["Lamo-Espinosa 2020, WOMAC total at 12 months, 30 in each arm", difference([23, 16.6], [22.3, 15.8], 30), ["0.7", "4.184"]],
    ["Lee 2025, change in WOMAC at 9 months, 12 in each arm", difference([-5, 3.6], [-0.1, 5.5], 12), ["-4.9", "1.898"]],
    ["Lee 2025, change in KOOS at 9 months, 12 in each arm", difference([23.9, 18.3], [7.2, 15.9], 12), ["16.7", "6.998"]],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});
