import type { Pooled } from "@calcar/evidence";
import type { SvgDocument } from "./svg/svg-document.ts";
import type { Theme } from "./theme.ts";
import type { Words } from "./words.ts";

/** How a figure is to be drawn. */
export interface FigureSetting {
  readonly document: SvgDocument; // the browser's, or `serverDocument()`
  readonly width: number; // pixels, 280 or more; below 800 the narrow layout
  readonly theme: Theme;
  readonly words?: Words; // English when absent
  readonly standalone?: boolean; // a file that travels alone: with title, what it shows and does not, and its origin
  readonly whole?: Pooled; // the same pool with every study, so that those left out stay to be seen
  readonly studyAddress?: (study: string) => string; // where a study's row leads; absent: nowhere
}

/** Up to here columns would crush the plot, so that each study takes two lines above its own. */
export const isNarrow = (width: number): boolean => width < 800;

export const FONT = '"Source Sans 3", "Source Sans Pro", "Helvetica Neue", Helvetica, Arial, sans-serif';
