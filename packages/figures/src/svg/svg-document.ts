export const SVG = "http://www.w3.org/2000/svg";

/** The part of a DOM that a figure needs: the browser's document has it, and so has SvgTree. */
export interface SvgDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

export interface SvgElement {
  textContent: string | null;
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  append(...nodes: SvgElement[]): void;
  prepend(...nodes: SvgElement[]): void;
  remove(): void;
  querySelectorAll(selector: string): Iterable<SvgElement>;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A new element with its attributes and children; an undefined attribute is left out. */
export function element(document: SvgDocument, name: string, attributes: Attributes, children: readonly SvgElement[] = []): SvgElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}
