import { finishPage } from "./finish-page.ts";
import type { Page } from "./page.ts";
import { shapeText } from "./shape/shape-text.ts";
import { sameSource } from "./source-map.ts";

/**
 * Reads a text that is at hand: pasted, typed or already decoded. Never refuses; an empty text is a page without blocks.
 *
 * @param text of a plain text every offset of the page is an offset into it
 * @returns the page; for a plain text `Page.text` is `text` itself
 */
export const pageOfText = (text: string): Page =>
  finishPage({ format: "text", text, blocks: shapeText(text), offsets: sameSource(text), warnings: [] });
