import { pooledOf } from "@calcar/evidence/testing";
import { describe, expect, it } from "vitest";
import { serverDocument } from "../svg/server-document.ts";
import { tenStudies } from "../testing/ten-studies.ts";
import type { FunnelSetting } from "./funnel-layout.ts";
import { funnelPlot } from "./funnel-plot.ts";

function draw(pooled = tenStudies(), setting: Partial<FunnelSetting> = {}): string {
  const figure = funnelPlot(pooled, { document: serverDocument(), width: 800, theme: "light", ...setting });
  if (!figure.ok) throw new Error(figure.refusal.reason);
  return figure.value.outerHTML;
}

const numbers = (svg: string, pattern: RegExp): number[][] => [...svg.matchAll(pattern)].map(([, ...found]) => found.map(Number));
const pointsOf = (svg: string) => numbers(svg, /<circle[^>]*cy="([\d.]+)" cx="([\d.]+)"/g).map(([y, x]) => [x, y] as [number, number]);

it("is refused below ten studies, with the reason", () => {
  const figure = funnelPlot(pooledOf("PS3d"), { document: serverDocument(), width: 800, theme: "light" });
  expect(figure).toMatchObject({
    ok: false,
    refusal: {
      kind: "not-applicable",
      code: "too-few-studies",
      reason: "A funnel plot of fewer than 10 studies cannot tell bias from chance; here are 5.",
    },
  });
  expect(() => draw(tenStudies(9))).toThrow("here are 9");
});

describe("the points", () => {
  it("stand where effect and standard error are, the precise on top", () => {
    const pooled = tenStudies();
    const points = pointsOf(draw(pooled));
    expect(points).toHaveLength(10);
    const [first, second, last] = [points[0]!, points[1]!, points[9]!];
    // Log ratios -0.40, -0.32 and 0.32; variances 0.02, 0.05 and 0.29.
    expect((last[0] - first[0]) / (second[0] - first[0])).toBeCloseTo(0.72 / 0.08, 1);
    expect((last[1] - first[1]) / (second[1] - first[1])).toBeCloseTo(
      (Math.sqrt(0.29) - Math.sqrt(0.02)) / (Math.sqrt(0.05) - Math.sqrt(0.02)),
      1,
    );
  });

  it("are hollow where the numbers are from a secondary source, with a note", () => {
    const pooled = tenStudies();
    const studies = pooled.studies.map((study, i) => (i === 3 ? { ...study, verified: "secondary-source" as const } : study));
    const svg = draw({ ...pooled, studies });
    expect([...svg.matchAll(/<circle[^>]*fill="#fcfbf8"/g)]).toHaveLength(1);
    expect(svg).toContain("Hollow: numbers taken from a secondary source.");
    expect(draw()).not.toContain("Hollow:");
  });
});

it("draws pseudo limits 1.96 standard errors to each side of the pool", () => {
  const pooled = tenStudies();
  const svg = draw(pooled);
  const [left, tip, right] = numbers(svg.match(/<path[^>]*class="limits"[^>]*>/)![0], /([\d.]+),([\d.]+)/g) as [number, number][];
  const [first, last] = [pointsOf(svg)[0]!, pointsOf(svg)[9]!];
  const perLog = (last[0] - first[0]) / 0.72;
  const perError = (last[1] - first[1]) / (Math.sqrt(0.29) - Math.sqrt(0.02));
  const most = (left![1] - tip![1]) / perError;
  expect((right![0] - tip![0]) / perLog).toBeCloseTo(1.96 * most, 1);
  expect(tip![0] - left![0]).toBeCloseTo(right![0] - tip![0], 1);
  expect((tip![0] - first[0]) / perLog).toBeCloseTo(Math.log(pooled.estimate) + 0.4, 1);
});

it("shades p against no effect only when asked, and says what the shades mean", () => {
  expect(draw()).not.toMatch(/class="band"|Against no effect/);
  const svg = draw(tenStudies(), { contour: true });
  expect([...svg.matchAll(/class="band"/g)]).toHaveLength(4);
  for (const words of ["Against no effect:", "p \u2265 0.10", "p 0.05 to 0.10", "p 0.01 to 0.05", "p &lt; 0.01"])
    expect(svg).toContain(words);
});

it("tells the test, its limits and every study to a reader who cannot see", () => {
  const svg = draw();
  expect(svg).toContain('role="img"');
  expect(svg).toMatch(/<desc[^>]*>Pooled: 10 studies.*Egger: p = 0\.23\..*Study 9: /);
  expect(svg).toContain("Asymmetry can have other causes");
});

it.each([390, 280, 1200])("keeps every point inside at %d pixels", (width) => {
  for (const [x, y] of pointsOf(draw(tenStudies(30), { width }))) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
  }
});
