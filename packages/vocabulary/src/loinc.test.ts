import { expect, it } from "vitest";
import { isLoinc } from "./loinc.ts";

// group "LOINC check digit (Mod 10)" of the reference vectors: computed by a separate Python scorer
it.each(["82316-1", "82323-7", "82319-5", "72092-0", "98945-9", "72514-3", "4548-4", "39156-5"])("takes %s", (code) =>
  expect(isLoinc(code)).toBe(true),
);

it.each(["82319-8", "82332-9"])("refuses %s, which circulates with a wrong digit", (code) => expect(isLoinc(code)).toBe(false));

it.each(["", "82316", "823161", "82316-", "-1", "82316-1 ", "LL4051-0"])("refuses %j", (code) => expect(isLoinc(code)).toBe(false));
