// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { afterEach, expect, it } from "vitest";
import { english } from "../../messages/testing.ts";
import type { Pooled } from "../shapes.ts";
import { pooled } from "../testing.tsx";
import { StudySlider } from "./study-slider.tsx";

afterEach(cleanup);

const left = (without: string, estimate: number, ci: [number, number]): Pooled["leaveOneOut"][number] => ({
  without,
  k: 1,
  n: 54,
  estimate,
  ci,
  p: 0.1,
  tau2: 0,
  i2: 0,
});
const ANSWER = pooled({ leaveOneOut: [left("hauzeur-2018", 1.74, [1.05, 5.48]), left("jayankura-2023", 1, [0.66, 1.53])] });

function shown(place: number, onPlace: (place: number) => void = () => undefined) {
  render(
    <IntlProvider locale="en" messages={english}>
      <StudySlider answer={ANSWER} place={place} onPlace={onPlace} />
    </IntlProvider>,
  );
  const slider = screen.getByRole("slider", { name: "Leave one study out" });
  return { slider, said: screen.getByRole("status").textContent ?? "" };
}

it("begins with every study, and says their number and the hips", () => {
  const { slider, said } = shown(0);
  expect(slider.getAttribute("aria-valuetext")).toBe("All 2 studies.");
  expect(said).toBe("All 2 studies. Risk ratio 1.07 (0.72 to 1.59), from 2 studies with 100 hips.");
});

it("says what is left without a study, with what it rests on", () => {
  const { slider, said } = shown(2);
  expect(slider.getAttribute("aria-valuetext")).toBe("Without Jayankura 2023.");
  expect(said).toContain("Risk ratio 1.00 (0.66 to 1.53), from one study with 54 hips.");
  expect(said).toContain("does not change");
});

it("says when the conclusion turns on the study that is left out", () =>
  expect(shown(1).said).toContain("The conclusion turns on this study"));

it("hands on the place that the reader moves to", () => {
  const places: number[] = [];
  fireEvent.change(shown(0, (place) => places.push(place)).slider, { target: { value: "2" } });
  expect(places).toEqual([2]);
});
