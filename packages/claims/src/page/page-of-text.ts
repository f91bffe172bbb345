import type { Draft } from "./draft.ts";
import { finishPage } from "./finish-page.ts";
import type { Page, PageWarning } from "./page.ts";
import { readHtml } from "./readers/html/read-html.ts";
import { readMarkdown } from "./readers/read-markdown.ts";
import { shapeText } from "./shape/shape-text.ts";
import { sameSource } from "./source-map.ts";

export type TextFormat = "text" | "markdown" | "html";

/** Reads a decoded text; what decoding had to warn of goes with it. */
export const textDraft = (text: string, format: TextFormat, warnings: readonly PageWarning[] = []): Draft => {
  if (format === "html") return readHtml(text, "html", warnings);
  if (format === "markdown") return readMarkdown(text, warnings);
  return { format, text, blocks: shapeText(text), offsets: sameSource(text), warnings };
};

/**
 * Reads a text that is at hand: pasted, typed or already decoded. Never refuses; an empty text is a page without blocks.
 *
 * @param text of a plain text every offset of the page is an offset into it
 * @param format how to read it; "text" unless said otherwise
 * @returns the page; for a plain text `Page.text` is `text` itself, else `Page.offsets` leads back into `text`
 */
export const pageOfText = (text: string, format: TextFormat = "text"): Page => finishPage(textDraft(text, format));
