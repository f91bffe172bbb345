import { expect, it } from "vitest";
import { addDays, dayOf, daysBetween, isPlainDate, latestToday } from "./plain-date.ts";

it.each(["2026-11-21", "2024-02-29", "0001-01-01"])("knows %s as a day", (text) => expect(isPlainDate(text)).toBe(true));

it.each(["2026-02-29", "2026-13-01", "2026-1-1", "21.11.2026", "2026-11-21T00:00:00Z", ""])("refuses %s", (text) =>
  expect(isPlainDate(text)).toBe(false),
);

it("counts days over the end of a month, a leap day and a change of clocks", () => {
  expect(daysBetween("2026-05-22", "2026-11-21")).toBe(183);
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-11-21", "2026-11-20")).toBe(-1);
});

it("adds what it counted", () => expect(addDays("2026-05-22", 183)).toBe("2026-11-21"));

it("lets a clinic in Auckland date its morning", () => {
  expect(latestToday(new Date("2026-11-21T09:59:59Z"))).toBe("2026-11-21");
  expect(latestToday(new Date("2026-11-21T20:00:00Z"))).toBe("2026-11-22");
});

it("knows the day of an instant in UTC", () => {
  expect(dayOf(new Date("2026-11-21T23:59:59.999Z"))).toBe("2026-11-21");
  expect(dayOf(new Date("2026-11-22T00:00:00Z"))).toBe("2026-11-22");
});
