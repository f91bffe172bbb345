import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { lint } from "./lint.ts";
import cases from "./scope-cases.json" with { type: "json" };

/** Short passages whose claim hangs on what stands around it, against the rules and cues as they are. */
describe.each(cases)("$about", ({ flag, pass }) => {
  const found = (text: string) =>
    lint(pageOfText(text), catalog).filter(({ scope, rule }) => scope === "sentence" && rule !== "citation-mismatch");

  it.each(flag)("holds a claim: %s", (text) => expect(found(text)).not.toEqual([]));
  it.each(pass)("is let pass: %s", (text) => expect(found(text).map(({ rule, words }) => [rule, ...words])).toEqual([]));
});
