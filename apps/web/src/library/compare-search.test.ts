import { expect, it } from "vitest";
import { nameOf, readCompareSearch, versionOf } from "./compare-search.ts";

const PAGE = "0f8fad5b-d9cb-469f-a165-70867728950e";

it("reads a version and writes it back", () => {
  expect(versionOf(`${PAGE}.12`)).toEqual({ page: PAGE, version: 12 });
  expect(nameOf({ page: PAGE, version: 12 })).toBe(`${PAGE}.12`);
});

it.each(["", "x.1", `${PAGE}.0`, `${PAGE}.1a`, `${PAGE}`])("names no version: %s", (text) => expect(versionOf(text)).toBeUndefined());

it("leaves out what the address does not know", () => {
  expect(readCompareSearch({ before: `${PAGE}.1`, after: 4, rules: "then", more: "x" })).toEqual({ before: `${PAGE}.1` });
  expect(readCompareSearch({ rules: "today" })).toEqual({ rules: "today" });
});
