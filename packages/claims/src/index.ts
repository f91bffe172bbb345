export { type ClaimKnowledge, type Finding, type Law, type LintOptions, lint } from "./engine/lint.ts";
export type * from "./page/page.ts";
export { pageOfText, type TextFormat } from "./page/page-of-text.ts";
export { type PageName, readPage } from "./page/read-page.ts";
export { MOST_BINARY_BYTES, MOST_TEXT_BYTES } from "./page/readers/limits.ts";
export { sourcePart, sourceSpan } from "./page/source-map.ts";
