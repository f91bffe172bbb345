import type { Problem, Read } from "@calcar/vocabulary";
import { type Author, body, ET_AL, person } from "../bibliography/author.ts";
import { doiOf } from "../bibliography/identifiers.ts";
import { type BibliographicFile, type BibliographicRecord, defined, type RefusedRecord, refusedRecord } from "../bibliography/record.ts";
import { elements, readXml, textAt, textOf, type XmlElement } from "./read-xml.ts";

/**
 * Reads what PubMed sends (efetch, or "Save as XML"): a PubmedArticleSet as its DTD describes it.
 *
 * The DOI is that of the article, never one of its reference list. A retraction, an erratum or an expression of concern that PubMed
 * lists is said on the record. Abstracts are passed over.
 */
export function readPubmed(text: string): Read<BibliographicFile> {
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const root = xml.value;
  if (root.name === "PubmedArticle") return { ok: true, value: { records: [recordOf(root, 1)], refused: [] } };
  if (root.name !== "PubmedArticleSet")
    return {
      ok: false,
      problems: [
        { place: `line ${root.line}`, problem: `<${root.name.slice(0, 40)}>`, expected: "<PubmedArticleSet>, as PubMed sends it" },
      ],
    };
  const records: BibliographicRecord[] = [];
  const refused: RefusedRecord[] = [];
  const parts = root.children.filter((child) => typeof child !== "string");
  for (const [at, part] of parts.entries()) {
    if (part.name === "PubmedArticle") records.push(recordOf(part, at + 1));
    else refused.push(otherThanArticle(part, at + 1));
  }
  return { ok: true, value: { records, refused } };
}

function otherThanArticle(part: XmlElement, number: number): RefusedRecord {
  const place = `record ${number}, line ${part.line}`;
  if (part.name === "DeleteCitation") return refusedRecord(place, "PubMed has deleted these records", "records that PubMed still holds");
  return refusedRecord(place, `<${part.name.slice(0, 40)}>`, "an article; a book is written down by hand");
}

function recordOf(article: XmlElement, number: number): BibliographicRecord {
  const pmid = textAt(article, "MedlineCitation", "PMID");
  const place = `record ${number}, line ${article.line}${pmid === undefined ? "" : `, PMID ${pmid}`}`;
  const year = yearOf(article);
  const doi = articleDoi(article);
  const at = (...path: string[]) => textAt(article, "MedlineCitation", "Article", ...path);
  const title = titleOf(at("ArticleTitle"));
  const language = at("Language");
  return {
    place,
    authors: authorsOf(article),
    ...defined({
      title: title.text ?? at("VernacularTitle"),
      journal: at("Journal", "ISOAbbreviation") ?? at("Journal", "Title"),
      volume: at("Journal", "JournalIssue", "Volume"),
      issue: at("Journal", "JournalIssue", "Issue"),
      pages: at("Pagination", "MedlinePgn"),
      year: year.year,
      doi: doi.doi,
      pmid,
    }),
    remarks: [
      ...noticesOf(article),
      ...(title.isTranslated ? [`title translated by PubMed${language === undefined ? "" : ` (article in "${language}")`}`] : []),
    ],
    doubts: [...year.doubts, ...doi.doubts],
  };
}

/** A title ends with a full stop in PubMed, and stands in brackets where it is a translation. */
function titleOf(text: string | undefined): { readonly text: string | undefined; readonly isTranslated: boolean } {
  const [, translated] = /^\[(.*?)\.?\]\.?$/.exec(text ?? "") ?? [];
  return { text: translated ?? text?.replace(/(?<!\.)\.$/, ""), isTranslated: translated !== undefined };
}

function authorsOf(article: XmlElement): Author[] {
  const lists = elements(article, "MedlineCitation", "Article", "AuthorList");
  const named = lists.flatMap((list) => elements(list, "Author").filter(isValid).flatMap(authorOf));
  return lists.some((list) => list.attributes.get("CompleteYN") === "N") ? [...named, ET_AL] : named;
}

function authorOf(author: XmlElement): Author[] {
  const family = textAt(author, "LastName");
  if (family !== undefined)
    return [person(family, textAt(author, "Initials") ?? textAt(author, "ForeName") ?? "", textAt(author, "Suffix"))];
  const collective = textAt(author, "CollectiveName");
  return collective === undefined ? [] : [body(collective)];
}

const isValid = ({ attributes }: XmlElement): boolean => attributes.get("ValidYN") !== "N";

/** PubDate holds a year, or a MedlineDate in words: "1998 Dec-1999 Jan" names two, and neither is chosen. */
function yearOf(article: XmlElement): { readonly year?: string; readonly doubts: readonly Problem[] } {
  const path = ["MedlineCitation", "Article", "Journal", "JournalIssue", "PubDate"];
  const year = textAt(article, ...path, "Year");
  if (year !== undefined) return { year, doubts: [] };
  const words = textAt(article, ...path, "MedlineDate");
  const years = [...new Set(words?.match(/\b\d{4}\b/g))];
  if (years.length === 1) return { year: years[0]!, doubts: [] };
  return { doubts: words === undefined ? [] : [{ place: "year", problem: `PubMed prints "${words}"`, expected: "one year" }] };
}

function articleDoi(article: XmlElement): { readonly doi?: string; readonly doubts: readonly Problem[] } {
  const placed = elements(article, "MedlineCitation", "Article", "ELocationID").filter(
    (id) => id.attributes.get("EIdType") === "doi" && isValid(id),
  );
  const listed = elements(article, "PubmedData", "ArticleIdList", "ArticleId").filter((id) => id.attributes.get("IdType") === "doi");
  const dois = [...placed, ...listed].flatMap((id) => textOf(id) ?? []);
  const different = new Set(dois.map((doi) => (doiOf(doi) ?? doi).toLowerCase()));
  if (different.size > 1)
    return { doubts: [{ place: "doi", problem: `PubMed prints ${[...different].join(" and ")}`, expected: "one DOI" }] };
  return dois[0] === undefined ? { doubts: [] } : { doi: dois[0], doubts: [] };
}

const NOTICES: ReadonlyMap<string, string> = new Map([
  ["RetractionIn", "PubMed marks this article as RETRACTED"],
  ["PartialRetractionIn", "PubMed marks this article as partly retracted"],
  ["ExpressionOfConcernIn", "PubMed lists an expression of concern"],
  ["ErratumIn", "PubMed lists an erratum"],
  ["UpdateIn", "PubMed lists an update"],
  ["CorrectedandRepublishedIn", "PubMed lists a corrected and republished article"],
  ["RetractedandRepublishedIn", "PubMed lists it as retracted and republished"],
]);

function noticesOf(article: XmlElement): string[] {
  const types = elements(article, "MedlineCitation", "Article", "PublicationTypeList", "PublicationType").flatMap(
    (type) => textOf(type) ?? [],
  );
  const corrections = elements(article, "MedlineCitation", "CommentsCorrectionsList", "CommentsCorrections");
  const listed = corrections.flatMap((correction) => {
    const says = NOTICES.get(correction.attributes.get("RefType") ?? "");
    const where = textAt(correction, "RefSource");
    return says === undefined ? [] : [where === undefined ? says : `${says}: ${where}`];
  });
  const isRetracted = types.includes("Retracted Publication") && !listed.some((says) => says.includes("RETRACTED"));
  return [...(isRetracted ? ["PubMed marks this article as RETRACTED"] : []), ...listed];
}
