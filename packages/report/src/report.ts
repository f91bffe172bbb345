/** A table of texts; the first cell of a row is its heading. */
export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A drawing with what it says to those who cannot see it. */
export interface Figure {
  readonly kind: "figure";
  readonly of: string; // kind of the answer: "effect"
  readonly title: string;
  readonly description: string;
  readonly svg: string;
  readonly size: readonly [width: number, height: number]; // pixels
}

export type Tone = "plain" | "answer" | "warning" | "about";

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly tone: Tone;
}

export type Part = Paragraph | Table | Figure | { readonly kind: "list"; readonly texts: readonly string[] };

/** Parts under a heading; the first section has none. */
export interface Section {
  readonly heading?: string;
  readonly parts: readonly Part[];
}

/** The evidence of one question as a document, before it is written as HTML or for Word. */
export interface Report {
  readonly title: string;
  readonly question: string;
  readonly knowledge: string;
  readonly sections: readonly Section[];
}

export const paragraph = (text: string, tone: Tone = "plain"): Paragraph => ({ kind: "paragraph", text, tone });

export const table = (caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  kind: "table",
  caption,
  columns,
  rows,
});

/** A section of what there is; nothing where all of it would be empty. */
export function section(heading: string, parts: readonly (Part | undefined)[]): Section[] {
  const content = parts.filter((part) => part !== undefined).filter((part) => !isEmpty(part));
  return content.length === 0 ? [] : [{ heading, parts: content }];
}

const isEmpty = (part: Part): boolean => (part.kind === "list" ? part.texts.length === 0 : part.kind === "table" && part.rows.length === 0);
