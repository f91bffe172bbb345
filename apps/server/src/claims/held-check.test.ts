import { catalog } from "@calcar/catalog/testing";
import { checkPage, pageOfText } from "@calcar/claims";
import { MOST_HELD } from "@calcar/library";
import { expect, it } from "vitest";
import { holdCheck, readHeld } from "./held-check.ts";
import { shownNow } from "./shown-check.ts";

const TEXT = `About us.

Our stem cell injections regrow cartilage and carry no risk at all. They have a 94% success rate.

<!-- calcar-allow cure-claim: quotes another page -->
The cells cure arthritis. Book this month and save 20%.
`;

function shown(text: string) {
  const page = pageOfText(text);
  return shownNow(catalog, { path: "page.txt", page, checked: checkPage(page, catalog, { today: "2026-06-01" }) }, "2026-06-01");
}

it("gives a check back to the letter, what was left standing too", () => {
  const check = shown(TEXT);
  expect(check.checked.suppressed).toHaveLength(1);
  const kept = holdCheck(catalog, check);
  expect(readHeld(JSON.parse(JSON.stringify(kept.held)), kept)).toEqual(JSON.parse(JSON.stringify(check)));
});

it("keeps what a rule says once, so that the largest page that is checked can be kept", () => {
  const sentence = "Our stem cell injections carry no risk at all. We are open on Mondays. ";
  const check = shown(sentence.repeat(Math.floor(500_000 / sentence.length)));
  expect(check.checked.findings.length).toBeGreaterThan(7_000);
  expect(JSON.stringify(holdCheck(catalog, check).held).length).toBeLessThan(MOST_HELD);
});

it("refuses a form that it does not know", () => {
  for (const held of [{ form: 2 }, {}, null, "x"]) expect(() => readHeld(held, { knowledge: "k" })).toThrow("not known here");
});
