// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LocaleProvider, loadPageTexts } from "../messages/messages.tsx";
import { ScaleDrawing } from "./scale-drawing.tsx";
import { type Mark, marksOf } from "./scale-marks.ts";
import { shown } from "./testing.tsx";

await loadPageTexts();

afterEach(cleanup);

const marks = marksOf(shown("hoos").thresholds, { subscale: "pain", range: [0, 100], form: undefined });
const draw = (part: { readonly value?: number; readonly marks?: readonly Mark[]; readonly direction?: "higher-better" | "higher-worse" }) =>
  render(
    <LocaleProvider>
      <ScaleDrawing
        range={[0, 100]}
        direction={part.direction ?? "higher-better"}
        marks={part.marks ?? marks}
        value={part.value}
        shownValue={part.value === undefined ? undefined : String(part.value)}
        isProvisional={false}
        says="All of it in words"
        width={600}
      />
    </LocaleProvider>,
  ).container;

describe("the picture of a scale", () => {
  it("is one picture with a text for whoever does not see it", () => {
    draw({ value: 50 });
    expect(screen.getByRole("img", { name: "All of it in words" }).textContent).toContain("50");
  });

  it("draws a state from its threshold to the better end, and a change as a length of its own", () => {
    const container = draw({});
    const xOf = (value: number): number => 14 + (value / 100) * 572;
    const lines = [...container.querySelectorAll("line")].map((line) => ["x1", "x2"].map((end) => Number(line.getAttribute(end))));
    expect(lines).toContainEqual([xOf(91), xOf(100)]);
    const lengths = lines.map(([from, to]) => Math.round(100 * (to! - from!)) / 100);
    expect(lengths).toContain(Math.round(100 * 0.24 * 572) / 100);
    expect(lines).not.toContainEqual([xOf(0), xOf(24)]);
  });

  it("marks no place where there is no value", () => {
    expect(draw({ marks: [] }).querySelector("circle")).toBeNull();
    cleanup();
    expect(Number(draw({ marks: [], value: 0 }).querySelector("circle")?.getAttribute("cx"))).toBe(14);
  });

  it("names the good end", () => {
    const words = (container: HTMLElement): string[] => [...container.querySelectorAll("text.fill-muted")].map((word) => word.textContent);
    expect(words(draw({ marks: [] }))).toEqual(["worse", "better"]);
    cleanup();
    expect(words(draw({ marks: [], direction: "higher-worse" }))).toEqual(["better", "worse"]);
  });
});
