import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../../page/page-of-text.ts";
import { citationsOf } from "./cited-passages.ts";

const of = (text: string) => citationsOf(pageOfText(text), catalog);
const listed = (text: string) =>
  of(text).list.map(({ resolution }) => (resolution.kind === "resolved" ? [resolution.by, resolution.work.study?.id] : resolution.kind));
const told = (text: string) => of(text).passages.map(({ work, sentences }) => [work.study?.id, sentences.length]);

describe("an entry of a list of references", () => {
  it.each([
    ["by its DOI", "1. Somebody A. Something else. J. 2014;1:2-3. doi:10.1186/1471-2474-15-156", ["identifier", "lau-2014"]],
    [
      "by a PubMed address",
      "1. Mardones R. Cells. J. 2017;1:2-3. https://pubmed.ncbi.nlm.nih.gov/28630737/",
      ["identifier", "mardones-2017"],
    ],
    [
      "by its title, without the subtitle",
      "1. Lau RL, et al. Stem cell therapy for the treatment of early stage avascular necrosis of the femoral head. BMC. 2014;15:156.",
      ["title", "lau-2014"],
    ],
    ["by name and year", "1. Gangji V, et al. Bone. 2011;49:1005-9.", ["name", "gangji-2011"]],
    ["not under a year of another paper", "1. Gangji V, et al. Bone. 1999;49:1005-9.", "unknown"],
    ["not when nobody has recorded it", "1. Nemo N, et al. Bones of the sea. J Foo. 2001;4:10-19.", "unknown"],
  ])("is found %s", (_, entry, expected) => expect(listed(`Words.\n\nReferences\n\n${entry}\n`)).toEqual([expected]));

  it("is one of several in one paragraph", () => {
    expect(listed("Words.\n\nReferences: 1. Gangji V. Bone 2011. 2. Hauzeur JP. Int Orthop 2018.")).toEqual([
      ["name", "gangji-2011"],
      ["name", "hauzeur-2018"],
    ]);
  });

  it("may be spread over fields", () => {
    const fields =
      "1. Title: Mesenchymal stem cell therapy in the treatment of hip osteoarthritis\n\nAuthors: Rodrigo Mardones et al.\n\nLink: https://pubmed.ncbi.nlm.nih.gov/28630737/\n";
    expect(of(fields).list).toMatchObject([{ authors: "Rodrigo Mardones et al.", pmid: "28630737" }]);
  });

  it("is not resolved to what rests on memory or on a seed page alone", () => {
    expect(
      listed(
        "Words.\n\nReferences\n\n1. Darrow M, et al. Short-Term Outcomes of Treatment of Hip Osteoarthritis With 4 Bone Marrow Concentrate Injections: A Case Series. 2018;11:1-9. PMID: 30116104\n",
      ),
    ).toEqual(["unknown"]);
  });
});

describe("a passage on a cited work", () => {
  it("goes on to the end of the block", () => {
    expect(told("Filardo et al. (2016) reviewed 60 studies. They were small. Most were uncontrolled.\n\nNow to something else.")).toEqual([
      ["filardo-2016", 3],
    ]);
  });

  it("ends where another work is cited, known or not", () => {
    expect(told("Filardo et al. (2016) reviewed 60 studies. Nemo et al. (2001) disagreed. So it goes.")).toEqual([["filardo-2016", 1]]);
  });

  it("is the note under an entry", () => {
    const note =
      "Yu J et al. (2022). A title. J Foo.\n\nPMID: 34397334\n\nSummary: Hearts were treated. They beat on.\n\nAnother paragraph.";
    expect(told(note)).toEqual([["yu-2022-ami", 2]]);
  });

  it("is not taken from a common name and a year alone", () => {
    expect(told("Lim et al. (2013) were at work elsewhere.")).toEqual([]);
    expect(told("Lim et al. (2013) treated 159 hips.")).toEqual([["lim-2013", 1]]);
  });
});
