export * from "./browser.ts";
export { serverDocument } from "./svg/server-document.ts";
