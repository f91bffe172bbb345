import type { SvgDocument } from "./svg-document.ts";
import { SvgTree } from "./svg-tree.ts";

/** A document to draw in where there is no browser. */
export const serverDocument = (): SvgDocument => new SvgTree();
