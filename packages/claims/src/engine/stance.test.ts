import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { lint } from "./lint.ts";

const found = (text: string, id: string) => lint(pageOfText(text), catalog, { rules: [id] }).some(({ quote }) => quote.includes("plaster"));
const LOOSE = "Pills only put a plaster over the problem.";
const SELLING = "Our cells cure arthritis. Stem cells regrow cartilage. Avoid hip replacement with our cells.";
const CAREFUL =
  "No trial had a control group. Some clinics claim that they avoid surgery. Beware of anyone who promises a cure. More studies are needed.";

it("reads a loosely worded slight as a claim on a page that plainly sells", () => {
  expect(found(`${SELLING}\n\n${LOOSE}`, "disparages-standard-care")).toBe(true);
});

it.each([
  ["says nothing else", ""],
  ["is careful", CAREFUL],
  ["is as careful as it sells", `${SELLING}\n\n${CAREFUL}\n\n${CAREFUL}`],
])("leaves it alone on a page that %s", (_, before) => {
  expect(found(`${before}\n\n${LOOSE}`, "disparages-standard-care")).toBe(false);
});

const silent = (text: string) => lint(pageOfText(text), catalog, { rules: ["missing-risk-disclosure"] }).length > 0;

it("asks a page that sells for its risks, and not a careful one for a single slip", () => {
  expect(silent("Stem cell therapy cures arthritis.")).toBe(true);
  expect(silent("Stem cell therapy cures arthritis. No trial had a control group. More studies are needed.")).toBe(false);
});

describe("a page in the words of those who warn", () => {
  const WARNS =
    "The regulator has warned that unapproved products are sold with misleading claims. Critics say that patients pay with no evidence from controlled trials.";
  const sold = "Our stem cells cure arthritis. ";
  const rules = (text: string) => lint(pageOfText(text), catalog).map(({ rule }) => rule);

  it("is not marked for a single finding, however grave, nor asked for its risks", () => {
    expect(rules(sold)).toContain("cure-claim");
    expect(rules(`${WARNS} ${sold}`)).toEqual([]);
  });

  it("is marked for two grave ones", () => {
    expect(rules(`${WARNS} ${sold} Our stem cells regrow cartilage.`)).toEqual(
      expect.arrayContaining(["cure-claim", "cartilage-regrowth"]),
    );
  });

  it("is no such page once it sells in half as many words", () => {
    const praise = "Discover our unique, powerful, natural protocol, our leading experts and our premium wellness journey today.";
    expect(rules(`${WARNS} ${praise} ${sold}`)).toContain("cure-claim");
  });

  it("has its citations checked all the same", () => {
    const wrong = "Filardo et al. (2016) found no side effects in hip osteoarthritis.";
    expect(rules(wrong)).toContain("citation-mismatch");
    expect(rules(`${WARNS} ${wrong}`)).toContain("citation-mismatch");
  });
});

describe("a page that holds back more often than it claims", () => {
  const rules = (text: string, asked?: readonly string[]) =>
    lint(pageOfText(text), catalog, asked ? { rules: asked } : {}).map(({ rule }) => rule);
  const PRAISE = "Our stem cell therapy is a revolutionary breakthrough.";

  it("is not marked for a word of praise", () => {
    expect(rules(PRAISE)).toContain("hype-language");
    expect(rules(`${CAREFUL} ${PRAISE}`)).not.toContain("hype-language");
  });

  it("is marked for what is plainly false", () => {
    expect(rules(`${CAREFUL} Our stem cells cure arthritis.`)).toContain("cure-claim");
  });

  it("is marked for praise as well once it claims as often", () => {
    expect(rules(`${CAREFUL} ${SELLING} ${SELLING} ${PRAISE}`)).toContain("hype-language");
  });

  it("is judged by all rules, whichever are asked for", () => {
    expect(rules(`${CAREFUL} ${PRAISE}`, ["hype-language"])).toEqual([]);
    expect(rules(`${CAREFUL} ${SELLING} ${SELLING} ${PRAISE}`, ["hype-language"])).toEqual(["hype-language"]);
  });
});
