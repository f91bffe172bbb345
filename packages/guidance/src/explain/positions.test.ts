import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { positionsOn } from "./positions.ts";

const wanted = { condition: ["hip-oa"], about: ["cell-therapy"] };
const [shown] = positionsOn(catalog, wanted);
const withGuidelines = (change: object) => ({
  ...catalog,
  guidelines: catalog.guidelines.map((guideline) => ({
    ...guideline,
    positions: guideline.positions.map((position) => (position.id === shown!.id ? { ...position, ...change } : position)),
  })),
});
const ids = (changed: typeof catalog) => positionsOn(changed, wanted).map(({ id }) => id);

it("shows what is established", () => expect(ids(catalog)).toContain(shown!.id));

it("leaves out what is withheld, however well it is grounded", () => {
  expect(ids(withGuidelines({ withheld: "not confirmed" }))).not.toContain(shown!.id);
});

it("leaves out what only memory or a seed page says", () => {
  expect(ids(withGuidelines({ grounds: [{ source: "seed-001", verified: "seed-only" }] }))).not.toContain(shown!.id);
});

it("names on each the positions that point the other way", () => {
  const others = positionsOn(withGuidelines({ direction: "for" }), wanted).find(({ id }) => id === shown!.id)!.disagreesWith;
  expect(others.length).toBeGreaterThan(0);
});

it("says what has become of a guideline since its year, and nothing where no text on file tells", () => {
  const necrosis = positionsOn(catalog, { condition: ["onfh"], about: ["core-decompression"] });
  const of = (organisation: RegExp) => necrosis.find((position) => organisation.test(position.organisation))?.standing;
  expect(of(/German Society/)).toEqual({ is: "updated", by: "DGOOC S3 2018" });
  expect(of(/Aetna/)).toBeUndefined();
});
