export { compile, type LeftOut } from "./engine/compile.ts";
export { lintCompiled } from "./engine/lint.ts";
export { entriesAtWork } from "./engine/trace.ts";
export { pdfOfForms } from "./page/testing/bombs.ts";
