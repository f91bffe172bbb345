/** Numbers by which a paper is found whatever it is called. */
export interface Identifiers {
  readonly doi?: string; // lower case, without address
  readonly pmid?: string;
  readonly pmc?: string; // digits only
}

const DOI = /\b10\.\d{4,9}\/[^\s"'<>\])}]{2,120}/i;
const PMID = /(?:pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/|\bPMID:?\s{0,3})(\d{5,9})\b/i;
const PMC = /\bPMC\s?(\d{5,9})\b/i;

/** The first DOI, PubMed number and PubMed Central number of a stretch of text or an address. */
export function identifiersIn(text: string): Identifiers {
  const doi = DOI.exec(text)?.[0].replace(/[.,;:]+$/, "");
  const pmid = PMID.exec(text)?.[1];
  const pmc = PMC.exec(text)?.[1];
  return {
    ...(doi === undefined ? {} : { doi: doi.toLowerCase() }),
    ...(pmid === undefined ? {} : { pmid }),
    ...(pmc === undefined ? {} : { pmc }),
  };
}
