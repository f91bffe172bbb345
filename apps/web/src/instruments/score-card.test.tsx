// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { EMPTY, scoresOf } from "./entry.ts";
import { ScoreCard } from "./score-card.tsx";
import type { Entry } from "./shapes.ts";
import { SOURCES, show, shown } from "./testing.tsx";

beforeAll(() => {
  globalThis.ResizeObserver = class {
    observe() {
      return undefined;
    }
    unobserve() {
      return undefined;
    }
    disconnect() {
      return undefined;
    }
  };
});
afterEach(cleanup);

const card = async (id: string, subscale: string, entry: Partial<Entry>): Promise<string> => {
  const instrument = shown(id);
  const whole = { ...EMPTY, ...entry };
  const score = scoresOf(instrument, whole).scores[subscale]!;
  const container = await show(
    <ScoreCard
      instrument={instrument}
      subscale={instrument.subscales.find((each) => each.id === subscale)!}
      score={score}
      form={whole.form}
      sources={SOURCES}
    />,
  );
  return container.textContent;
};
const all = (codes: readonly string[], answer: number) => Object.fromEntries(codes.map((code) => [code, answer]));
const codesOf = (id: string, subscale: string) => shown(id).subscales.find((each) => each.id === subscale)?.items ?? [];

describe("a score", () => {
  it("never stands without its range, its good end and its answers", async () => {
    const text = await card("hoos", "pain", { answers: all(codesOf("hoos", "pain").slice(0, 5), 2) });
    for (const part of ["50.0", "on 0 to 100, higher is better", "5 of 10 answered", "5 gaps filled with the mean of the rest"])
      expect(text).toContain(part);
  });

  it("says what is missing in place of a number", async () => {
    const text = await card("hoos", "pain", { answers: { p1: 0 } });
    expect(text).toContain("No score");
    expect(text).toContain("Too few answers: 1 of 10, and at least 5 are needed. Unanswered: p2, p3");
  });

  it("says calmly that nothing is answered yet", async () => {
    expect(await card("hoos-jr", "interval", {})).toContain("Nothing answered yet: 0 of 6.");
  });

  it("is marked provisional with what it rests on", async () => {
    const answers = all(codesOf("hoos-12", "pain"), 0);
    expect(await card("hoos-12", "pain", { answers })).toContain("It rests on something that no readable source confirms: Which 12 items");
    const text = await card("hoos-12", "pain", { answers, allowUnconfirmed: true });
    for (const part of ["100.0", "Provisional: Which 12 items"]) expect(text).toContain(part);
  });

  it("shows a health state as a name and refuses an index without a value set", async () => {
    const answers = { mo: 2, sc: 1, ua: 3, pd: 2, ad: 1 };
    expect(await card("eq-5d-5l", "state", { answers })).toContain("State 21321: five digits, a name and not a quantity");
    const index = await card("eq-5d-5l", "index", { answers });
    expect(index).toContain("An index needs the value set of a country, and none is named.");
    expect(index).not.toContain("-1 to 1");
  });

  it("shows no more than its publication shows, and what was computed", async () => {
    const answers = { pain: 44, limp: 11, support: 11, distance: 11, stairs: 4, "socks-shoes": 4, sitting: 5, "public-transport": 1 };
    expect(await card("mhhs", "times-1.1", { answers, allowUnconfirmed: true })).toContain("computed 100.1, shown as 100");
  });
});

it("lists every threshold with its people, method, time, source and grade", async () => {
  await card("hoos", "pain", {});
  const rows = screen.getAllByRole("row").map((row) => row.textContent);
  expect(rows).toHaveLength(1 + 6);
  for (const part of [
    "A MCII",
    "change",
    "24 points or more towards better, on 0 to 100",
    "Denmark",
    "n = 1,288",
    "anchor",
    "1 year",
    "read in the source",
  ])
    expect(rows[1]).toContain(part);
  expect(rows[2]).toContain("91 or more, on 0 to 100");
});
