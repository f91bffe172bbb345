// @vitest-environment jsdom
import type { FactForm } from "@calcar/contract";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { LocaleProvider } from "../messages/messages.tsx";
import { GroupSection } from "./group-section.tsx";
import type { FactValue } from "./saving/edits.ts";

afterEach(cleanup);

const group: FactForm["groups"][number] = {
  id: "imaging-and-stage",
  order: 4,
  title: { en: "Imaging and stage" },
  facts: [
    { id: "imaging.xray-normal", type: "boolean", label: { en: "The X-ray is normal" } },
    { id: "stage.tonnis", type: "integer", label: { en: "Tönnis grade" }, range: [0, 3] },
    { id: "stage.ficat", type: "code", label: { en: "Ficat-Arlet stage" }, values: [{ code: "0", label: { en: "0" } }] },
  ],
};
const show = (facts: Record<string, FactValue>): string[] => {
  render(
    <LocaleProvider>
      <GroupSection group={group} stated={{ asOf: "2026-11-21", facts }} needed={new Set(["stage.tonnis"])} onChange={() => undefined} />
    </LocaleProvider>,
  );
  return shownFacts();
};
const shownFacts = (): string[] => screen.getAllByRole("radiogroup").map((one) => one.getAttribute("aria-labelledby")?.split(" ")[0] ?? "");

it("asks for the grades of the diagnosis at hand and leaves the others aside", () => {
  expect(show({ "diagnosis.primary": "osteoarthritis" })).toEqual(["fact-imaging.xray-normal-label", "fact-stage.tonnis-label"]);
  expect(screen.getByText(/One fact belongs to another diagnosis/)).toBeTruthy();
});

it("never hides a fact that is recorded, whatever the diagnosis", () => {
  expect(show({ "diagnosis.primary": "osteoarthritis", "stage.ficat": "0" })).toHaveLength(3);
  expect(screen.queryByRole("button", { name: "Show" })).toBeNull();
});

it("shows what it left aside when asked", () => {
  show({});
  expect(screen.getByText(/2 facts depend on the diagnosis/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Show" }));
  expect(shownFacts()).toHaveLength(3);
});

it("counts what is recorded of all, and marks what an answer waits for", () => {
  show({ "diagnosis.primary": "osteoarthritis", "imaging.xray-normal": false });
  expect(screen.getByText("1 of 3 recorded")).toBeTruthy();
  expect(screen.getAllByText("Needed for an answer")).toHaveLength(1);
});
