import fc from "fast-check";
import { expect, it } from "vitest";
import { Pseudonym } from "../schema.ts";
import { pseudonymProblems } from "./pseudonym.ts";

it.each(["CAL-001", "cal-7", "H12", "0007", "12345678", "P-2026-0007", "A1B2C3D4E5F6G7H8J9K0L1M2", "STUDY-2025-12"])("takes %s", (text) =>
  expect(pseudonymProblems(text)).toEqual([]),
);

it.each([
  ["MARIA", "it may be a name"],
  ["Anna-Rossi", "it may be a name"],
  ["1961-03-04", "it may hold a date of birth"],
  ["19610304", "it may hold a date of birth"],
  ["04-03-1961", "it may hold a date of birth"],
  ["04031961", "it may hold a date of birth"],
  ["03-25-1961", "it may hold a date of birth"],
  ["4-3-61", "it may hold a date of birth"],
  ["JM-1961-03-04", "it may hold a date of birth"],
  ["JM19610304", "it may hold a date of birth"],
  ["943-476-5919", "it may be a national number"],
  ["943476591", "it may be a national number"],
  ["A1", "it has other signs, or is too short or too long"],
  ["-A1", "it has other signs, or is too short or too long"],
  ["A 1", "it has other signs, or is too short or too long"],
  ["Ä-001", "it has other signs, or is too short or too long"],
  ["", "it has other signs, or is too short or too long"],
  ["A123456789012345678901234", "it has other signs, or is too short or too long"],
  ["A1\u0000B", "it has other signs, or is too short or too long"],
])("does not take %j: %s", (text, problem) => {
  expect(pseudonymProblems(text)).toEqual([{ place: "pseudonym", problem, expected: expect.stringContaining("never a name") }]);
});

it("takes nothing that the wire format would turn down", () => {
  fc.assert(fc.property(fc.string(), (text) => pseudonymProblems(text).length > 0 || Pseudonym.safeParse(text).success));
});

it("takes no day between 1900 and 2099, however it is written", () => {
  const day = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom("", "X", "JM-"), fc.constantFrom("", "-"), (date, before, between) => {
      const [year, month, dayOfMonth] = date.split("-") as [string, string, string];
      const orders = [
        [year, month, dayOfMonth],
        [dayOfMonth, month, year],
        [month, dayOfMonth, year],
      ];
      return orders.every((parts) => pseudonymProblems(before + parts.join(between)).length === 1);
    }),
  );
});
