import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifiersIn } from "./identifiers.ts";
import { mentionsIn } from "./mentions.ts";

const found = (text: string) => mentionsIn(text, { start: 0, end: text.length });

describe("a citation in running text", () => {
  it.each([
    ["A study by Centeno et al. (2014) says so.", "centeno", 2014],
    ["It was told (Filardo et al., 2016) long ago.", "filardo", 2016],
    ["Gangji and colleagues (2011) followed hips.", "gangji", 2011],
    ["Hernigou and Beaujean (2002) treated hips.", "hernigou", 2002],
    ["Álvaro-Gracia et al. 2017 gave a drip.", "alvaro gracia", 2017],
    ["Di Sante et al. (2016) injected plasma.", "di sante", 2016],
    ["Dall’Oca et al. (2019) treated six.", "dall'oca", 2019],
    ["El estudio de Mardones et al. (2017) fue de diez.", "mardones", 2017],
    ["Gangji y cols. (2011) siguieron caderas.", "gangji", 2011],
    ["It was told (Ogeus, 2024) again.", "ogeus", 2024],
  ])("%s", (text, name, year) => expect(found(text)).toMatchObject([{ name, year }]));

  it.each([
    "In March (2019) we opened.",
    "Since May 2020 we treat hips.",
    "Copyright (2024) by the clinic.",
    "The FDA (2021) warned.",
    "Vitamin B12 helps.",
    "Some 2019 hips were treated.",
  ])("is not %s", (text) => expect(found(text)).toEqual([]));

  it("takes the raised number behind a name as its own", () => {
    expect(found("As Liu et al. (2014),3 found, cells help.")).toMatchObject([{ name: "liu", numbers: [3] }]);
  });

  it.each([
    ["Pain fell.2", [2]],
    ["Pain fell [2,4-6].", [2, 4, 5, 6]],
    ["Pain fell.²", [2]],
    ["Effects are minor,2 as told.", [2]],
    ["Pain fell in hip OA 1.", [1]],
  ])("reads the numbers of %s", (text, numbers) => expect(found(text)).toMatchObject([{ numbers }]));

  it("lies within its sentence, whatever the text", () => {
    const part = fc.constantFrom("Liu et al. ", "(2014)", ",3 ", "[1-", "2]", "doi:10.1186/x", " ", "Á", "𝒳", "1. ", "\n", "and ");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        for (const { start, end } of found(text)) expect(0 <= start && start < end && end <= text.length).toBe(true);
      }),
    );
  });
});

describe("an identifier", () => {
  it.each([
    ["doi:10.1186/S13018-016-0378-X.", { doi: "10.1186/s13018-016-0378-x" }],
    ["https://doi.org/10.1093/jhps/hnx011)", { doi: "10.1093/jhps/hnx011" }],
    ["<https://pubmed.ncbi.nlm.nih.gov/28630737/>", { pmid: "28630737" }],
    ["PMID: 28630737", { pmid: "28630737" }],
    ["https://pmc.ncbi.nlm.nih.gov/articles/PMC6127229/", { pmc: "6127229" }],
    ["call 28630737", {}],
  ])("is read from %s", (text, identifiers) => expect(identifiersIn(text)).toEqual(identifiers));
});
