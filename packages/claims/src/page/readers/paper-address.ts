/** A DOI, or an address at PubMed. */
const LEADS_TO_PAPER = /\b10\.\d{4,9}\/|ncbi\.nlm\.nih\.gov/i;
const BEHIND_DOI = /(\b10\.\d{4,9}\/[^?#&]{1,200})[?#&].*$/;
const LONGEST_ADDRESS = 500;

/** The address of a link without what stands behind its DOI; undefined when it leads to no paper. */
export const paperAddress = (address: string): string | undefined => {
  const plain = address.slice(0, LONGEST_ADDRESS).replaceAll(/%2f/gi, "/");
  return LEADS_TO_PAPER.test(plain) ? plain.replace(BEHIND_DOI, "$1") : undefined;
};
