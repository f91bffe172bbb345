// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { read } from "../testing.tsx";
import { SearchedOn } from "./searched-on.tsx";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2027-05-24T12:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const shown = (freshUntil: string | null) => read(<SearchedOn lastSearched="2026-11-21" freshUntil={freshUntil} />);

it("marks a search that is overdue, and one of which nobody has said how long it holds", () => {
  expect(shown("2027-05-24").trim()).toBe("Literature last searched Nov 21, 2026");
  expect(shown("2027-05-23")).toContain("Stale since May 23, 2027");
  expect(shown(null)).toContain("Not known whether still fresh");
});
