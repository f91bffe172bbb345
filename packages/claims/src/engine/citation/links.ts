import { overlapping } from "../../page/in-order.ts";
import type { Page, Span } from "../../page/page.ts";
import { sourceSpan } from "../../page/source-map.ts";

/** The addresses of papers to which the words of a stretch of the page lead. */
export const addressesIn = ({ links, offsets }: Page, span: Span): readonly string[] =>
  links === undefined ? [] : overlapping(links, sourceSpan(offsets, span)).map(({ address }) => address);
