// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { AnswerForm } from "./answer-form.tsx";
import { EMPTY } from "./entry.ts";
import type { Entry } from "./shapes.ts";
import { show, shown } from "./testing.tsx";

afterEach(cleanup);

let last: Entry;
function Holder({ id, wording = null }: { readonly id: string; readonly wording?: Parameters<typeof AnswerForm>[0]["wording"] }) {
  const [entry, setEntry] = useState(EMPTY);
  last = entry;
  return <AnswerForm instrument={shown(id)} wording={wording} entry={entry} onEntry={setEntry} />;
}

describe("the form of an instrument", () => {
  it("takes an answer and lets it be taken back", async () => {
    await show(<Holder id="hoos-jr" />);
    const group = screen.getByRole("radiogroup", { name: "p5" });
    fireEvent.click(group.querySelectorAll("input")[3]!);
    expect(last.answers).toEqual({ p5: 3 });
    fireEvent.click(group.querySelectorAll("input")[5]!);
    expect(last.answers).toEqual({});
  });

  it("asks for the form first where the same answers would mean other scores", async () => {
    await show(<Holder id="womac" />);
    expect(screen.getByText(/State the form first/)).toBeTruthy();
    expect(screen.queryByRole("radiogroup", { name: "pain-1" })).toBeNull();
    fireEvent.click(screen.getByRole("radio", { name: /Likert/ }));
    expect(screen.getByRole("radiogroup", { name: "pain-1" })).toBeTruthy();
  });

  it("shows our own labels where the licence allows them, with the points of each answer", async () => {
    await show(<Holder id="hhs" />);
    expect(screen.getByRole("radio", { name: "one cane, long walks (7 points)" })).toBeTruthy();
  });

  it("takes no number that cannot be read, and keeps none that stood there before", async () => {
    await show(<Holder id="patient-global-vas" />);
    const field = screen.getByRole("textbox");
    fireEvent.change(field, { target: { value: "62.5" } });
    expect(last.answers).toEqual({ global: 62.5 });
    fireEvent.change(field, { target: { value: "62,5" } });
    fireEvent.blur(field);
    expect(last.answers).toEqual({});
    expect(screen.getByText(/Write the decimal with a point: 62.5/)).toBeTruthy();
  });

  it("shows a loaded wording in the reader's language, beside the code", async () => {
    const items = ["p5", "p10", "a3", "a5", "a12", "a14"].map((code) => ({ code, text: `Made-up wording of ${code}` }));
    await show(<Holder id="hoos-jr" wording={{ en: { items, options: [{ value: 0, text: "Nothing at all" }] } }} />);
    expect(screen.getByRole("radiogroup", { name: "Made-up wording of p5 p5" })).toBeTruthy();
    expect(screen.getAllByRole("radio", { name: "0 Nothing at all" })).toHaveLength(6);
  });

  it("says how an answer counts that is scored otherwise than it reads", async () => {
    await show(<Holder id="promis-global-10" />);
    expect(screen.getByText(/Counted otherwise than it reads: 0 as 5, 1 as 4/)).toBeTruthy();
  });
});
