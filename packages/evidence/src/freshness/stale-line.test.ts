import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { staleLine } from "./stale-line.ts";

it("names the trials that may change a number, while the search is fresh", () => {
  expect(staleLine(catalog, "onfh-early-conversion", "2026-11-21")).toBe("Registered and running: BATON (NCT06123481).\n");
  expect(staleLine(catalog, "onfh-late-conversion", "2026-11-21")).toBe("");
});

it("says that a search is due, then that it is stale", () => {
  expect(staleLine(catalog, "onfh-late-conversion", "2027-05-01")).toBe("A new search is due by 2027-05-23.\n");
  expect(staleLine(catalog, "onfh-late-conversion", "2027-05-24")).toBe("STALE: a new search was due by 2027-05-23.\n");
  expect(staleLine(catalog, "onfh-late-conversion", "2026-01-01")).toContain("DATED AHEAD");
});
