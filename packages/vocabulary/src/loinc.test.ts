import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isLoinc } from "./loinc.ts";

const reference = new URL("../../../reference/instruments/identifiers.json", import.meta.url);
const { loinc } = JSON.parse(readFileSync(reference, "utf8")) as { loinc: { code: string; valid: boolean; origin: string }[] };

it.each(loinc)("$code is valid: $valid ($origin)", ({ code, valid }) => expect(isLoinc(code)).toBe(valid));

it("knows ten worked codes", () => expect(loinc).toHaveLength(10));

it.each(["", "82316", "823161", "82316-", "-1", "82316-1 ", "LL4051-0"])("refuses %j", (code) => expect(isLoinc(code)).toBe(false));
