import { expect, it } from "vitest";
import { exampleText } from "../testing.ts";
import { readPubmed } from "./read-pubmed.ts";

const read = (text: string) => {
  const file = readPubmed(text);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.value;
};

/** Written by hand from the DTD of NLM: pubmed_250101. */
it("reads an article as the DTD describes it, with its retraction", () => {
  expect(read(exampleText("pubmed.xml")).records[0]).toEqual({
    place: "record 1, line 5, PMID 99999901",
    authors: [
      { family: "Muster-Beispiel", text: "Muster-Beispiel AM" },
      { family: "Díaz", text: "Díaz J Jr" },
      { family: "Invented Hip Group", text: "Invented Hip Group" },
      { family: "", text: "et al." },
    ],
    title: "Invented cells, CD34+ and in vitro, for an invented hip",
    journal: "J Invent Results",
    volume: "12",
    issue: "3",
    pages: "45-52",
    year: "2031",
    doi: "10.5555/inv.2031.45",
    pmid: "99999901",
    remarks: ["PubMed marks this article as RETRACTED: J Invent Results. 2032 Jan;13(1):1"],
    doubts: [],
  });
});

it("takes no DOI from the list of references, no year from a date over two, and says that a title is translated", () => {
  const record = read(exampleText("pubmed.xml")).records[1];
  expect(record).toMatchObject({
    title: "An invented series of hips",
    remarks: ['title translated by PubMed (article in "chi")'],
    doubts: [{ place: "year", problem: 'PubMed prints "1998 Dec-1999 Jan"' }],
  });
  expect(record).not.toHaveProperty("doi");
  expect(record).not.toHaveProperty("year");
});

it("refuses a book by its line", () => {
  expect(read(exampleText("pubmed.xml")).refused).toMatchObject([
    { problems: [{ place: "record 3, line 55", problem: "<PubmedBookArticle>" }] },
  ]);
});

const BOMB = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<PubmedArticleSet>&lol2;</PubmedArticleSet>`;

it.each([
  ["entities that unfold", BOMB, "declares entities of its own"],
  ["an entity that nobody declared", "<PubmedArticleSet>&foo;</PubmedArticleSet>", "is not well-formed XML: undefined entity"],
  ["an external entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares entities of its own"],
  ["a file that ends early", "<PubmedArticleSet><PubmedArticle><Medline", "is not well-formed XML: unclosed tag"],
  ["elements without end", "<a>".repeat(100_000), "elements 60 deep"],
  ["another kind of XML", "<html><body/></html>", "<html>"],
])("refuses %s", (_what, text, problem) => {
  const file = readPubmed(text);
  expect(file.ok).toBe(false);
  if (!file.ok) expect(file.problems[0]?.problem).toContain(problem);
});

it("reads ten thousand records in a moment", () => {
  expect(read(`<PubmedArticleSet>${"<PubmedArticle/>".repeat(10_000)}</PubmedArticleSet>`).records).toHaveLength(10_000);
});
