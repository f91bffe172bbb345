export { type CheckedDraft, checkDraft } from "./check-draft.ts";
export { compareDrafts } from "./compare/compare-drafts.ts";
export { resolveDrafts } from "./compare/resolve-drafts.ts";
export { type Converted, convertReport } from "./convert-report.ts";
export * from "./imports/index.ts";
export { type Known, knownIn, wordsOf } from "./known.ts";
export type * from "./schema.ts";
export type { DraftFile } from "./write/study-file.ts";
