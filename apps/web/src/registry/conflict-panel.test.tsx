// @vitest-environment jsdom
import type { EvaluationRecord } from "@calcar/contract";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { LocaleProvider } from "../messages/messages.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import type { Fact } from "./facts/fact-text.ts";
import { type Choices, conflictRows } from "./saving/conflict.ts";

afterEach(cleanup);

const facts = new Map<string, Fact>([
  ["patient.bmi", { id: "patient.bmi", type: "number", label: { en: "Body mass index" }, range: [10, 90], unit: "kg/m2", step: 0.1 }],
  ["symptoms.present", { id: "symptoms.present", type: "boolean", label: { en: "This hip has symptoms" } }],
]);
const theirs: EvaluationRecord = {
  id: "e",
  hip: { id: "h", patient: "p", pseudonym: "P-014", side: "left", createdAt: "2026-11-21T09:00:00.000Z" },
  asOf: "2026-11-21",
  version: 2,
  recordedFacts: 1,
  updatedAt: "2026-11-21T09:00:00.000Z",
  updatedBy: "Ben Okoro",
  lastAnswer: null,
  facts: { "patient.bmi": 27.1 },
  answers: [],
};

function panel() {
  const resolved: Choices[] = [];
  const mine = { asOf: "2026-11-21", facts: { "patient.bmi": 24.9, "symptoms.present": false } };
  const rows = conflictRows({ asOf: "2026-11-21", facts: {} }, mine, theirs);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
      <LocaleProvider>
        <ConflictPanel rows={rows} theirs={theirs} facts={facts} onResolve={(choices) => resolved.push(choices)} />
      </LocaleProvider>
    </QueryClientProvider>,
  );
  return resolved;
}
const group = (name: string) => within(screen.getByRole("radiogroup", { name }));

it("shows both versions with their units, and not recorded as such", () => {
  panel();
  expect(screen.getByText(/Ben Okoro saved this evaluation/)).toBeTruthy();
  expect(group("Body mass index").getByRole("radio", { name: "Yours 24.9 kg/m²" })).toBeTruthy();
  expect(group("Body mass index").getByRole("radio", { name: "Theirs 27.1 kg/m²" })).toBeTruthy();
  expect(group("This hip has symptoms").getByRole<HTMLInputElement>("radio", { name: "Yours No" }).checked).toBe(true);
  expect(group("This hip has symptoms").getByRole("radio", { name: "Theirs Not recorded" })).toBeTruthy();
});

it("saves nothing until what both changed is decided", () => {
  const resolved = panel();
  const save = screen.getByRole<HTMLButtonElement>("button", { name: "Save these choices" });
  expect(save.disabled).toBe(true);
  expect(screen.getByText("One place still needs a choice.")).toBeTruthy();
  fireEvent.click(group("Body mass index").getByRole("radio", { name: "Theirs 27.1 kg/m²" }));
  fireEvent.click(save);
  expect(resolved).toEqual([{ "patient.bmi": "theirs", "symptoms.present": "mine" }]);
});
