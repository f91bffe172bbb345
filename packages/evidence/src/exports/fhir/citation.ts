import type { Source } from "@calcar/catalog/schema";
import { annotated, coded, idOf, nameOfSource } from "./names.ts";
import type { Citation, CitedArtifact } from "./r5.ts";

/** A source as FHIR R5: what it is known by elsewhere, and how much of it anybody here has read. What is not known is left out. */
export const citationOf = (source: Source, version: string): Citation => {
  const url = nameOfSource(source.id);
  const notes = [...(source.read === undefined ? [] : [`Read: ${source.read}`]), ...(source.note === undefined ? [] : [source.note])];
  return {
    resourceType: "Citation",
    id: idOf(url),
    url,
    version,
    title: source.title,
    status: "active",
    ...(notes.length === 0 ? {} : { note: annotated(notes) }),
    citedArtifact: artifactOf(source),
  };
};

function artifactOf({ title, authors, journal, year, doi, pmid, url }: Source): CitedArtifact {
  const identifier = [
    ...(doi === undefined ? [] : [{ system: "https://doi.org", value: doi }]),
    ...(pmid === undefined ? [] : [{ system: "https://pubmed.ncbi.nlm.nih.gov", value: pmid }]),
  ];
  const form = {
    ...(journal === undefined ? {} : { publishedIn: { title: journal } }),
    ...(year === undefined ? {} : { publicationDateText: String(year) }),
  };
  return {
    ...(identifier.length === 0 ? {} : { identifier }),
    title: [{ text: title }],
    ...(Object.keys(form).length === 0 ? {} : { publicationForm: [form] }),
    ...(url === undefined ? {} : { webLocation: [{ url }] }),
    ...(authors === undefined ? {} : { contributorship: { summary: [{ type: AUTHORS, value: authors }] } }),
  };
}

const AUTHORS = coded("http://hl7.org/fhir/contributor-summary-type", "author-string", "Author string");
