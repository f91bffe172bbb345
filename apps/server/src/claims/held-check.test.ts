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
  for (const held of [{ form: 3 }, {}, null, "x"]) expect(() => readHeld(held, { knowledge: "k" })).toThrow("not known here");
});

it("reads a check that was kept in the first form: its rule's sources and evidence with each finding", () => {
  const check = shown("Our stem cell injections carry no risk at all.");
  const rule = "no-risk-claim";
  const evidence = {
    question: "hip-oa-serious-adverse-events",
    kind: "proportion",
    asks: "How often?",
    k: 4,
    stale: false,
    says: "4 studies.",
  };
  const said = { severity: "error", scope: "sentence", why: { en: "w" }, instead: { en: "i" }, law: [], sources: ["fda21"] };
  const first = {
    ...{ form: 1, path: "page.txt", page: check.page, names: check.names, checkedOn: "2026-06-01", suppressed: [], misused: [] },
    said: { [rule]: { ...said, question: evidence.question, evidence } },
    findings: [{ rule, start: 0, end: 46, words: ["no risk"], source: { start: 0, end: 46 } }],
  };
  const [finding] = readHeld(first, { knowledge: "k" }).checked.findings;
  expect(finding).toMatchObject({
    ...{ rule, severity: "error", sources: ["fda21"], quote: check.page.text.slice(0, 46) },
    says: catalog.claims.find(({ id }) => id === rule)!.says,
    evidence: [{ condition: "hip-oa", k: 4, about: { en: "How often?" } }],
  });
});
