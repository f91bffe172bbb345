import { parseHTML } from "linkedom";
import type { SvgDocument } from "./svg-document.ts";

/** A document to draw in where there is no browser. */
export const serverDocument = (): SvgDocument => parseHTML("<!doctype html><html><body></body></html>").document as unknown as SvgDocument;
