import { isEstablished } from "@calcar/vocabulary";
import { expect, it } from "vitest";
import { catalog } from "./testing.ts";

const seeds = [...catalog.sources.values()].filter(({ kind }) => kind === "seed");
const confirmations = seeds.flatMap((seed) => seed.confirmations ?? []);

it("holds, for the five seed pages, what is wrong in them and what was found right", () => {
  expect(seeds.map(({ id }) => id)).toEqual(["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"]);
  expect(confirmations).toHaveLength(14);
  expect(new Set(confirmations.map(({ id }) => id)).size).toBe(14);
});

it("calls nothing right that rests on a seed page or on memory", () => {
  const grounds = confirmations.flatMap((confirmation) => confirmation.grounds);
  expect(grounds.filter(({ source, verified }) => source.startsWith("seed-") || !isEstablished(verified))).toEqual([]);
});
