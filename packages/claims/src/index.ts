export { type ClaimKnowledge, type Finding, type Law, type LintOptions, lint } from "./engine/lint.ts";
export type * from "./page/page.ts";
export { pageOfText } from "./page/page-of-text.ts";
