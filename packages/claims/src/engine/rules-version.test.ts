import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { rulesVersion } from "./rules-version.ts";

it("is the same for the same rules, whatever else is known", () => {
  expect(rulesVersion({ ...catalog, claims: [...catalog.claims] })).toBe(rulesVersion(catalog));
  expect(rulesVersion(catalog)).toMatch(/^[0-9a-f]{16}$/);
});

it("changes with a rule, a word and a cue, and not with a rule's own test sentences", () => {
  const [first, ...rest] = catalog.claims;
  const as = rulesVersion(catalog);
  expect(rulesVersion({ ...catalog, claims: rest })).not.toBe(as);
  expect(rulesVersion({ ...catalog, claims: [...catalog.claims], claimWords: new Map() })).not.toBe(as);
  expect(rulesVersion({ ...catalog, claims: [...catalog.claims], claimCues: [] })).not.toBe(as);
  expect(rulesVersion({ ...catalog, claims: [{ ...first!, cases: { flag: [], pass: [] } }, ...rest] })).toBe(as);
});
