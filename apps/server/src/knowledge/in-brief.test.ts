import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { knowledgeInBrief } from "./in-brief.ts";

it("counts the documents on which what the field says rests, and no paper on a statistical method", () => {
  const kinds = [...catalog.sources.values()].map(({ kind }) => kind);
  expect(kinds).toContain("method");
  expect(knowledgeInBrief(catalog).sources).toBe(kinds.filter((kind) => kind !== "method").length);
});
