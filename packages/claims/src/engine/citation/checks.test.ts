import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../../page/page-of-text.ts";
import { lint } from "../lint.ts";
import { smallClaims } from "../small-claims.ts";
import { CHECKS } from "./checks.ts";

const details = (text: string) => lint(pageOfText(text), catalog, { rules: ["citation-mismatch"] }).map(({ detail }) => detail);
const LIST =
  "\n\nReferences\n\n1. Lau RL, Perruccio AV. Stem cells of the hip. BMC. 2014;15:156.\n\n2. Nemo N, Somebody A. Bones. J Foo. 2001;4:10-9.\n";

it("names only checks that exist", () => {
  for (const rule of catalog.claims) if (rule.kind === "citation") expect(Object.keys(CHECKS)).toEqual(expect.arrayContaining(rule.checks));
});

describe("what is wrong with a citation is told", () => {
  it.each([
    [
      `Cells help (Liu et al., 2014).1${LIST}`,
      /^The text names "Liu et al., 2014\)", but reference 1 of the page is Lau RL and others \(2014\)\.$/,
    ],
    [`Cells help, says Tanaka et al. (2019).${LIST}`, /"Tanaka et al\. \(2019\)", which is not in the page's list/],
    [
      `Cells help, says Nemo et al. (2019).${LIST}`,
      /"Nemo et al\. \(2019\)", but the page's list of references gives Nemo N and others \(2001\)/,
    ],
    [
      "Relief was seen in a trial by Odum (2022). Further reading: Tamm L, Hips, 2015.",
      /"Odum \(2022\)", which is not among the works that the page lists/,
    ],
    [
      "Tamm and Borg (2021) saw relief.\n\nLiterature\n\nTamm 2017; Ruiz-Alba 2020.",
      /"Tamm and Borg \(2021\)", but no work of 2021 is among those that the page lists/,
    ],
    [
      "Odum (2022) found relief in a trial.\n\nSources:\nTamm L. Hips. Foo. 2015.\nhttps://doi.org/10.1000/tamm.2015",
      /"Odum \(2022\)", which is not among the works/,
    ],
    ["Odum and Borg [3] found relief.\n\nReferences\n\n1. Tamm 2019. 2. Ruiz 2021.", /"Odum and Borg.*not among the works/],
    [
      "Filardo et al. (2016) reviewed 60 studies without any side effects.",
      /does not report that there were none: no MAJOR adverse events/,
    ],
    ["Centeno et al. (2014) saw no complications in 196 patients.", /twelve adverse events, none serious or lasting/],
    ["Centeno's 2014 registry saw no complications in 216 hips.", /twelve adverse events, none serious or lasting/],
    ["The 2016 review by Filardo found no side effects in 60 studies.", /does not report that there were none/],
    ["Cells work in arthritis of the hip. https://doi.org/10.1136/annrheumdis-2015-208918", /studied rheumatoid arthritis/],
    ["Tomaru et al. (2019) followed 80 hips and relieved osteoarthritis.", /osteonecrosis of the femoral head, not osteoarthritis/],
    ["Emadedin et al. (2018, doi:10.1016/j.jcyt.2018.08.005) helped 43 hips.", /knee osteoarthritis, not the hip/],
    ["Tsitsilianos et al. (2022) proved it in osteoarthritis.", /a study of 31 patients without a comparison group/],
    ["In Dall'Oca et al. (2019, PMID 30715002), with 16 patients, hips of osteoarthritis did well.", /is a study of 6 patients/],
    ["The ACR endorses stem cells for hips.", /^ACR\/AF 2019 says otherwise: Do not inject stem cells into the hip for OA/],
    [
      "The latest AAOS guideline (2017) leaves it open.",
      /^AAOS 2017 is not the latest: The update of 2023 replaces the edition of 2017\.$/,
    ],
    ["The review of 90 studies by Filardo et al. (2016, doi:10.1186/s13018-016-0378-x) is on cartilage.", /is a review of 60 studies/],
  ])("%s", (text, detail) => expect(details(text)).toEqual([expect.stringMatching(detail)]));

  it.each([
    ["a link's address", '<p>A <a href="https://doi.org/10.1016/j.jcyt.2018.08.005">trial</a> helped 43 hips.</p>'],
    ["an address with signs in code", "<p>A <a href=https://doi.org/10.1016%2Fj.jcyt.2018.08.005&amp;x>trial</a> helped 43 hips."],
    ["a link never closed", '<p>One <a href="https://example.org/10.1016/j.jcyt.2018.08.005">trial helped 43 hips.</p>'],
    [
      "a link in the list of references",
      '<p>Cells helped 43 hips.[1]</p><h2>References</h2><ol><li>1. A trial. <a href="https://doi.org/10.1016/j.jcyt.2018.08.005">Read it</a></li></ol>',
    ],
  ])("where only %s names the paper", (_, html) => {
    const told = lint(pageOfText(html, "html"), catalog, { rules: ["citation-mismatch"] });
    expect(told.map(({ detail }) => detail)).toEqual([expect.stringMatching(/knee osteoarthritis, not the hip/)]);
  });

  it("once for a sentence, with all that is wrong with it", () => {
    const [told, ...more] = details(
      "Centeno et al. (2014), a registry of 300 patients with arthritis of the hip, saw no complications in 216 hips. It is Liu's.",
    );
    expect(more).toEqual([]);
    expect(told).toMatch(/twelve/);
  });
});

describe("the sources of a finding are those of the work and the check, and of no other", () => {
  const sources = (text: string) => lint(pageOfText(text), catalog, { rules: ["citation-mismatch"] }).map((finding) => finding.sources);

  it.each([
    ["Filardo et al. (2016) reviewed 60 studies without any side effects.", ["filardo16"]],
    ["Centeno et al. (2014) saw no complications in 196 patients.", ["centeno14-abs"]],
    ["Tomaru et al. (2019) followed 80 hips and relieved osteoarthritis.", ["tomaru-2019"]],
    ["The latest AAOS guideline (2017) leaves it open.", ["aaos24-pr"]],
    [`Cells help (Liu et al., 2014).1${LIST}`, ["lau-2014"]],
    [`Cells help, says Tanaka et al. (2019).${LIST}`, []],
  ])("%s", (text, expected) => expect(sources(text)).toEqual([expected]));
});

describe("nothing is wrong", () => {
  it.each([
    ["with a work that nobody here knows", "Nemo et al. (2001) treated 12 patients with no side effects."],
    [
      "with another number where the paper is known by author and year alone",
      "Dall'Oca et al. (2019) treated 16 patients with osteoarthritis.",
    ],
    ["with a sentence on two works", "Filardo et al. (2016) and Centeno et al. (2014) saw no side effects in 196 patients and 60 studies."],
    ["with a pair of names before a year", `Cells help, says Johnson & Johnson (2021).${LIST}`],
    [
      "with a list that has no authors",
      "Cells help (Liu et al., 2014).\n\nReferences\n\n1. https://example.org/a\n\n2. https://example.org/b\n",
    ],
    [
      "with a title that holds another year",
      `Nemo et al. (2020) advise against it.\n\nReferences\n\n1. Nemo N, Some B. 2019 guideline on bones. J Foo. 2020;72:149-62.\n\n2. Lau RL, Per AV. Hips. BMC. 2014;15:156.\n`,
    ],
    ["with a number that has no entry", `Cells help.7${LIST}`],
    ["with a place and a year", "In Dallas (2019) we opened a branch. Further reading: Tamm L, Hips, 2015."],
    [
      "with a work that a bare address in the list may lead to",
      "Gangji et al. (2011) had 19 patients. Odum et al. (2018) had more.\n\nSources: https://doi.org/10.1016/j.bone.2011.07.032",
    ],
    ["with a work that a short list names", "Tamm (2015) reviewed the field. Further reading: Tamm L, Hips, 2015."],
    [
      "with a firm and a year that are not a citation",
      "A 2021 report by Deloitte counted clinics.\n\nReferences\n\n1. Tamm L. Hips. 2015.",
    ],
    ["with a year in the list that no year in the text denies", `Lau et al. reviewed it.${LIST}`],
  ])("%s", (_, text) => expect(details(text)).toEqual([]));

  it("where nothing is known of any work", () => {
    const rule = { id: "cited", kind: "citation", checks: Object.keys(CHECKS), signs: {}, excusedBy: [] } as const;
    expect(lint(pageOfText("Filardo et al. (2016) found no side effects."), smallClaims({ rules: [rule] }))).toEqual([]);
  });
});

describe("a page full of citations", () => {
  it.each([
    "Liu et al. (2014),3 ",
    "[1] ",
    "1. Gangji V. Bone 2011. ",
    "10.1111/",
    "\n\n1. Lau RL. Hips. Bone. 2014;15:156.\n\n",
    "in ten refractory lupus ",
  ])("of repeated %j takes time in step with its length", (unit) => {
    const time = (length: number) => {
      const page = pageOfText(unit.repeat(Math.ceil(length / unit.length)));
      const begun = process.cpuUsage();
      lint(page, catalog, { rules: ["citation-mismatch"] });
      return process.cpuUsage(begun).user / 1000; // of this process alone, however busy the machine
    };
    time(10_000);
    const [short, long] = [Math.min(time(10_000), time(10_000)), Math.min(time(80_000), time(80_000))];
    expect(long).toBeLessThan(8 * 5 * Math.max(short, 10));
  });
});
