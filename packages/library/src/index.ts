export { type Check, MOST_HELD, MOST_VERSIONS } from "./pages/check.ts";
export { type AddressKnown, addPage, deletePage, listPages } from "./pages/page.store.ts";
export { addVersion, type HeldVersion, type PageHistory, readPageHistory, readVersion } from "./pages/version.store.ts";
