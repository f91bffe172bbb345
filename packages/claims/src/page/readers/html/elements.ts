const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Elements without content. */
export const VOID = set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

/** Elements that begin and end a block of their own. */
export const BLOCK = set(
  "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul",
);

/** Blocks at which an open paragraph ends. */
export const ENDS_PARAGRAPH = set(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul",
);

/** Elements whose content nobody reads as the page's words. */
export const UNREAD = set(
  "script style noscript template svg math canvas object iframe frameset noframes noembed applet audio video select datalist option optgroup textarea map nav search progress meter rp",
);

/** Elements that keep their inner tags to themselves: an end tag inside cannot close what was opened outside. */
export const SCOPE = set("table td th caption template button object marquee applet");

/** End tags that close within their table, past cells. */
export const OF_TABLE = set("td th tr tbody thead tfoot caption");

/** Elements around the page's own words: words that are nothing but links are left out there. */
export const AROUND = set("header footer aside");

export const HEADING = /^h[1-6]$/;

/** What a start tag closes first, and the element that guards against closing further out. */
export const IMPLIED: ReadonlyMap<string, { readonly ends: readonly string[]; readonly within: readonly string[] }> = new Map([
  ["li", { ends: ["li"], within: ["ul", "ol", "menu", "dir"] }],
  ["dt", { ends: ["dt", "dd"], within: ["dl"] }],
  ["dd", { ends: ["dt", "dd"], within: ["dl"] }],
  ["tr", { ends: ["tr", "caption"], within: ["table"] }],
  ["td", { ends: ["td", "th"], within: ["tr", "table"] }],
  ["th", { ends: ["td", "th"], within: ["tr", "table"] }],
  ["tbody", { ends: ["thead", "tbody", "tfoot", "caption"], within: ["table"] }],
  ["tfoot", { ends: ["thead", "tbody", "tfoot", "caption"], within: ["table"] }],
  ["thead", { ends: ["thead", "tbody", "tfoot", "caption"], within: ["table"] }],
  ["option", { ends: ["option"], within: ["select", "optgroup", "datalist"] }],
]);
