// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { afterEach, expect, it } from "vitest";
import { english } from "../messages/testing.ts";
import { QuestionFindings } from "./question-findings.tsx";
import type { Pooled } from "./shapes.ts";
import { pooled } from "./testing.tsx";

afterEach(cleanup);

const row = (part: Partial<Pooled>): string[] => {
  render(
    <IntlProvider locale="en" messages={english}>
      <QuestionFindings answer={pooled(part)} />
    </IntlProvider>,
  );
  const [, body] = screen.getAllByRole("row");
  return within(body!)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent ?? "");
};

const risk = {
  whose: "the controls of these studies",
  without: 365.4,
  with: 390.3,
  withCi: [262.7, 580.1],
  difference: 24.9,
  differenceCi: [-102.7, 214.7],
};

it("tells what the effect rests on, what it comes to among 1,000 and how certain it is", () => {
  expect(row({ per1000: [risk as Pooled["per1000"][number]] })).toEqual([
    "2 studies, 100 hips",
    "1.07 (0.72 to 1.59)",
    "365",
    "390 (263 to 580)",
    "25 (\u2212103 to 215)",
    "very low",
  ]);
  expect(screen.getByRole("rowheader").textContent).toContain("at the risk of the controls of these studies");
});

it("puts no people where means are compared", () =>
  expect(row({ measure: "MD", estimate: 5, ci: [-2.4, 12.4] })).toEqual(["2 studies, 100 hips", "5.00 (\u22122.40 to 12.40)", "very low"]));
