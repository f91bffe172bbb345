import { expect, it } from "vitest";
import { exampleText } from "../testing.ts";
import { plainText } from "./latex-text.ts";
import { readBibtex } from "./read-bibtex.ts";

it("reads names, accents, abbreviations and numbers as BibTeX defines them", () => {
  expect(readBibtex(exampleText("library.bib")).records[0]).toEqual({
    place: "line 4, muster2031",
    authors: [
      { family: "Müster-Beispiel", text: "Müster-Beispiel AM" },
      { family: "Ørsted", text: "Ørsted JP" },
      { family: "van der Vorbeeld", text: "van der Vorbeeld L" },
      { family: "Invented Hip Group", text: "Invented Hip Group" },
      { family: "Díaz", text: "Díaz J Jr" },
      { family: "", text: "et al." },
    ],
    title: "Invented BMAC for an invented hip: β-test of 100% of naïve readers",
    journal: "Journal of Invented Results",
    volume: "12",
    issue: "3",
    pages: "45-52",
    year: "2031",
    doi: "10.5555/inv_2031.45",
  });
});

it('takes an author for no more than a name where the file says "and and"', () => {
  const [record] = readBibtex("@article{a, title = {x}, author = {Jane Doe and and  John Roe and}}").records;
  expect(record?.authors.map(({ text }) => text)).toEqual(["Doe J", "Roe J"]);
});

it("joins pieces, reads the dates of BibLaTeX and a PubMed number that is named as one", () => {
  expect(readBibtex(exampleText("library.bib")).records[1]).toMatchObject({
    title: "A preprint, in two pieces",
    year: "2030-05-12",
    pmid: "99999903",
    url: "https://example.org/doe",
  });
});

it("leaves a command it does not know as it stands, and says so; so does a crossref", () => {
  const [, , third] = readBibtex(exampleText("library.bib")).records;
  expect(third?.title).toBe("A reaction of \\ceH2O");
  expect(third?.doubts).toMatchObject([
    { place: "text", problem: "the LaTeX command \\ce is not known here and stands as it is" },
    { place: "crossref" },
  ]);
});

it("refuses an entry whose braces never close, by its line", () => {
  expect(readBibtex(exampleText("library.bib")).refused).toMatchObject([
    { place: "line 32", problems: [{ problem: "the file ends within the entry" }] },
  ]);
});

it("finds the entry after a broken one", () => {
  const { records, refused } = readBibtex("@article{a, title {missing}}\n@article{b, title = {found}}\n");
  expect(refused).toMatchObject([{ place: "line 1", problems: [{ problem: '"{"' }] }]);
  expect(records).toMatchObject([{ place: "line 2, b", title: "found" }]);
});

it("leaves out a field that is stated twice or rests on an abbreviation that nobody defined, and says so where it is read", () => {
  const fields =
    'title = {x}, url = {https://a.example}, url = {https://b.example}, journal = jor # " A", keywords = nobody, volume = 1, volume = 1';
  const [record] = readBibtex(`@article{a, ${fields}}`).records;
  expect(record).toMatchObject({
    title: "x",
    volume: "1",
    doubts: [
      { place: "journal", problem: 'the abbreviation "jor" is nowhere defined' },
      { place: "url", problem: "is stated twice" },
    ],
  });
  expect(record).not.toHaveProperty("journal");
  expect(record).not.toHaveProperty("url");
});

it.each([
  ["no value", "@article{a, title = , year = 2001}", '"," where a value begins'],
  ["no comma between fields", '@article{a, title = {x} year = "2001"}', '"y" after the value of title'],
  ["no equals sign", "@article{a, title {x}}", '"{"'],
  ["a file that ends", "@article{a, title = {x}", "the file ends within the entry"],
])("refuses %s", (_what, text, problem) => {
  expect(readBibtex(text).refused).toMatchObject([{ problems: [{ problem }] }]);
});

it("does not unfold abbreviations without end", () => {
  const bomb = ["@string{a0 = {ha}}", ...Array.from({ length: 60 }, (_, i) => `@string{a${i + 1} = a${i} # a${i}}`)].join("\n");
  const { refused } = readBibtex(`${bomb}\n@article{a, title = a60}`);
  expect(refused[0]?.problems[0]?.problem).toBe("a value of more than 100000 characters");
});

it("takes names of objects for names of fields", () => {
  const { records } = readBibtex("@article{__proto__, __proto__ = {x}, constructor = {y}, title = {z}}");
  expect(records).toMatchObject([{ title: "z" }]);
});

it.each([
  ["\\'{E}tude", "Étude"],
  ["Ibá\\~nez", "Ibáñez"],
  ["{\\v{C}}apek", "Čapek"],
  ["Fran\\c{c}ois", "François"],
  ["Fran\\c cois", "François"],
  ['\\AA ngstr\\"om', "Ångström"],
  ["Stra{\\ss}e", "Straße"],
  ["\\L{}ukasz", "Łukasz"],
  ["Erd\\H{o}s", "Erdős"],
  ["a--b---c", "a–b—c"],
  ["``x''", "“x”"],
  ["\\emph{in vitro} \\& more", "in vitro & more"],
  ["p~value", "p value"],
  ["\\textbf{\\'{e}}", "é"],
])("writes %s as %s", (latex, text) => {
  expect(plainText(latex)).toEqual({ text, unknown: [] });
});
