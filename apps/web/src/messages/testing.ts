import en from "./en.json" with { type: "json" };
import pages from "./en-pages.json" with { type: "json" };

/** Every English text. For tests: the app fetches the second half when a page needs it. */
export const english = { ...en, ...pages };
