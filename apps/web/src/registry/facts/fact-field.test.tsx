// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { LocaleProvider } from "../../messages/messages.tsx";
import type { FactValue } from "../saving/edits.ts";
import { FactField } from "./fact-field.tsx";
import type { Fact } from "./fact-text.ts";

afterEach(cleanup);

const flag: Fact = { id: "pain.night-severe", type: "boolean", label: { en: "Severe pain at night" } };
const bmi: Fact = { id: "patient.bmi", type: "number", label: { en: "Body mass index" }, range: [10, 90], unit: "kg/m2", step: 0.1 };
const grade: Fact = { id: "stage.kellgren-lawrence", type: "integer", label: { en: "Kellgren-Lawrence grade" }, range: [0, 4] };

/** A field with a record of its own; gives the values it recorded, in order. */
function field(fact: Fact, start?: FactValue) {
  const recorded: (FactValue | undefined)[] = [];
  function Held() {
    const [value, setValue] = useState(start);
    const change = (next: FactValue | undefined): void => {
      recorded.push(next);
      setValue(next);
    };
    return <FactField fact={fact} value={value} asOf="2026-11-21" needed={false} onChange={change} />;
  }
  render(
    <LocaleProvider>
      <Held />
    </LocaleProvider>,
  );
  return recorded;
}
const radio = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });
const typed = () => screen.getByRole<HTMLInputElement>("textbox");

it("shows not recorded as a state of its own, apart from no", () => {
  const recorded = field(flag);
  expect([radio("Yes").checked, radio("No").checked, radio("Not recorded").checked]).toEqual([false, false, true]);
  fireEvent.click(radio("No"));
  expect(radio("No").checked).toBe(true);
  fireEvent.click(radio("Not recorded"));
  expect(recorded).toEqual([false, undefined]);
});

it("offers each grade of a short scale and records it as a number", () => {
  const recorded = field(grade);
  expect(screen.getAllByRole("radio").map((one) => one.closest("label")?.textContent)).toEqual(["0", "1", "2", "3", "4", "Not recorded"]);
  fireEvent.click(radio("0"));
  expect(recorded).toEqual([0]);
});

it("records a number with its unit beside it", () => {
  const recorded = field(bmi);
  fireEvent.change(typed(), { target: { value: "24.5" } });
  expect(recorded).toEqual([24.5]);
  expect(screen.getByText("kg/m²")).toBeTruthy();
});

it("keeps a decimal comma in the field, explains it, and records nothing", () => {
  const recorded = field(bmi);
  fireEvent.change(typed(), { target: { value: "24,5" } });
  fireEvent.blur(typed());
  expect(typed().value).toBe("24,5");
  expect(typed().getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText(/Write the decimal with a point: 24\.5/)).toBeTruthy();
  expect(recorded).toEqual([]);
});

it("says nothing against a number that is still being typed", () => {
  field(bmi);
  fireEvent.focus(typed());
  fireEvent.change(typed(), { target: { value: "2" } });
  expect(screen.queryByText(/Outside 10 to 90/)).toBeNull();
  fireEvent.blur(typed());
  expect(screen.getByText(/Outside 10 to 90/)).toBeTruthy();
});

it("goes back to not recorded when it is emptied or told so", () => {
  const recorded = field(bmi, 24.5);
  fireEvent.change(typed(), { target: { value: "" } });
  fireEvent.change(typed(), { target: { value: "30" } });
  fireEvent.click(screen.getByRole("button", { name: "Not recorded" }));
  expect(recorded).toEqual([undefined, 30, undefined]);
  expect(typed().value).toBe("");
});
