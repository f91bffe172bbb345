/** A DOI without what is written around it, or undefined when it is none. Its letters keep their case; two DOIs are compared without. */
export function doiOf(written: string): string | undefined {
  const bare = unescaped(written.trim())
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, "")
    .replace(/^doi:?\s*/i, "")
    .replace(/[.,;]+$/, "");
  return /^10\.\d{4,9}(?:\.\d+)*\/[^\s<>"{}|\\^`]+$/.test(bare) && bare.length <= 200 ? bare : undefined;
}

function unescaped(text: string): string {
  if (!/^https?:/i.test(text) || !text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** A PubMed number, one to eight digits, or undefined when it is none. */
export function pmidOf(written: string): string | undefined {
  const bare = written
    .trim()
    .replace(/^(?:https?:\/\/)?(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\//i, "")
    .replace(/^pmid:?\s*/i, "")
    .replace(/\/$/, "");
  return /^[1-9]\d{0,7}$/.test(bare) ? bare : undefined;
}

/** The year with which a date begins: "2014", "2014/05/12/", "2014-05". Anything else is none, a span of years too. */
export function yearOf(written: string): number | undefined {
  const year = Number(/^(\d{4})(?:[/-](?!\d{4}$)|$)/.exec(written.trim())?.[1]);
  return year >= 1800 && year <= 2100 ? year : undefined;
}

/** An address of the web that a page may link to. */
export function urlOf(written: string): string | undefined {
  const text = written.trim();
  return text.length <= 2000 && /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text) ? text : undefined;
}
