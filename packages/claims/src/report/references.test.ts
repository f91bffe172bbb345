import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { checkPage } from "./check-page.ts";
import { referenceOf, referencesIn } from "./references.ts";

it("names a source so that a reader can find it: authors or body, year, title and its DOI, else its address", () => {
  expect(referenceOf("centeno14-abs", catalog.sources)).toMatchObject({
    short: "Centeno 2014",
    text: expect.stringMatching(
      /^Centeno CJ, Pitts JA, Al-Sayegh H, Freeman MD \(2014\)\. Efficacy and Safety of Bone Marrow Concentrate /,
    ),
    link: "https://doi.org/10.4172/2157-7633.1000242",
  });
  expect(referenceOf("tga-hct-advertising", catalog.sources)).toMatchObject({
    short: "Therapeutic Goods Administration",
    text: expect.stringMatching(/^Therapeutic Goods Administration\. Advertising stem cell/),
    link: expect.stringMatching(/^https:\/\/tga\.gov\.au\//),
  });
  expect(referenceOf("fda21", catalog.sources).text).toMatch(/^FDA patient and consumer information, 3 June 2021\.$/);
  expect(referenceOf("nobody", catalog.sources)).toEqual({ id: "nobody", short: "nobody", text: "nobody" });
});

it("numbers each source once, however often it is named", () => {
  const page = pageOfText("Stem cells relieve hip pain. Stem cells end hip pain. There is no risk in stem cells.");
  const checked = checkPage(page, catalog, { today: "2026-11-22" });
  const { list, named } = referencesIn([...checked.findings, ...checked.findings], catalog.sources);
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  const [finding] = checked.findings;
  expect(named(finding!.sources).map(({ id }) => id)).toEqual(finding!.sources);
  expect(named([list[1]!.id])).toMatchObject([{ number: 2, short: list[1]!.short }]);
});
