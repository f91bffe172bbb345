import type { Catalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";

/** First author and year, "Gangji 2011"; from the id where the source names no author. */
export function studyLabel(catalog: Catalog, study: Study): string {
  const name = firstSurname(catalog.sources.get(study.source)?.authors) ?? nameFromId(study.id);
  return study.year === undefined ? name : `${name} ${study.year}`;
}

/** "Lamo-Espinosa J, Mora G, et al." to "Lamo-Espinosa". */
function firstSurname(authors: string | undefined): string | undefined {
  const first = authors
    ?.split(/[,;]| and | & /)[0]
    ?.replace(/\bet al\.?/, "")
    .trim();
  const surname = first?.replace(/(?:\s+[A-Z][A-Z.-]{0,4})+$/, "").trim();
  return surname === "" ? undefined : surname;
}

const ABBREVIATIONS = new Set(["rct", "mfat", "mat", "prp", "ha", "bmac"]);

function nameFromId(id: string): string {
  const [first, ...rest] = id.replace(/-\d{4}.*$/, "").split("-");
  const word = (text: string) => (ABBREVIATIONS.has(text) ? text.toUpperCase() : text);
  const opening = word(first!);
  return [opening.charAt(0).toUpperCase() + opening.slice(1), ...rest.map(word)].join(" ");
}
