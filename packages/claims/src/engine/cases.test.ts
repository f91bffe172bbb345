import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { lint } from "./lint.ts";

describe.each(catalog.claims)("$id", ({ id, cases: { flag, pass, gaps = [] } }) => {
  const found = (text: string) => lint(pageOfText(text), catalog, { rules: [id] }).length > 0;
  const missed = gaps.filter(({ wrongly }) => wrongly === "missed");
  const flagged = gaps.filter(({ wrongly }) => wrongly === "flagged");

  it.each(flag)("flags: %s", (text) => expect(found(text)).toBe(true));
  it.each(pass)("passes: %s", (text) => expect(found(text)).toBe(false));
  if (missed.length > 0) it.fails.each(missed)("known gap, missed: $text", ({ text }) => expect(found(text)).toBe(true));
  if (flagged.length > 0) it.fails.each(flagged)("known gap, flagged: $text", ({ text }) => expect(found(text)).toBe(false));
});
