import { describe, expect, it } from "vitest";
import { INKS } from "./theme.ts";

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark", "print", "paper"] as const)("%s", (theme) => {
  const { paper, ink, muted, accent, edge, caution, stop, ...soft } = INKS[theme];
  it("has text at 4.5 to 1 or better, and marks and axes at 3 to 1", () => {
    for (const text of [ink, muted, accent, caution, stop]) expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(edge, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(accent, soft["accent-soft"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(caution, soft["caution-soft"])).toBeGreaterThanOrEqual(4.5);
  });
});

it("takes the colours of a page from the page, with the light ones where it has none", () => {
  for (const [name, value] of Object.entries(INKS.page))
    expect(value).toBe(`var(--color-${name}, ${INKS.light[name as keyof typeof INKS.light]})`);
});
