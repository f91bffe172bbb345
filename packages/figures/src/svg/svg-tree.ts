import { SVG, type SvgDocument, type SvgElement } from "./svg-document.ts";

/**
 * A tree of elements with as much of a DOM as Plot and the figures use. A general DOM for servers does much more for every element
 * and took three quarters of the time of a figure.
 */
export class SvgTree implements SvgDocument {
  /** Plot asks it for its document, and draws nothing in it. */
  readonly documentElement: TreeElement = this.createElementNS(SVG, "svg");

  createElementNS(namespace: string, name: string): TreeElement {
    return new TreeElement(this, namespace, name);
  }
}

type Child = TreeElement | string;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&#160;" };
const escapedText = (text: string): string => text.replace(/[&<>\u00a0]/g, (sign) => ESCAPES[sign]!);
const escapedValue = (text: string): string => text.replace(/[&<>"\u00a0]/g, (sign) => ESCAPES[sign]!);

class TreeElement implements SvgElement {
  readonly ownerDocument: SvgTree;
  readonly namespaceURI: string;
  readonly tagName: string;
  private parent: TreeElement | undefined;
  private children: Child[] = [];
  private readonly attributes = new Map<string, string>();

  constructor(document: SvgTree, namespace: string, name: string) {
    this.ownerDocument = document;
    this.namespaceURI = namespace;
    this.tagName = name;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  append(...nodes: SvgElement[]): void {
    for (const node of nodes) this.insertBefore(node, null);
  }

  prepend(...nodes: SvgElement[]): void {
    this.children.unshift(...nodes.map((node) => this.adopted(node)));
  }

  appendChild(node: SvgElement): SvgElement {
    return this.insertBefore(node, null);
  }

  insertBefore(node: SvgElement, next: SvgElement | null): SvgElement {
    const child = this.adopted(node);
    const place = next === null ? -1 : this.children.indexOf(next as TreeElement);
    if (place < 0) this.children.push(child);
    else this.children.splice(place, 0, child);
    return node;
  }

  remove(): void {
    if (this.parent === undefined) return;
    this.parent.children = this.parent.children.filter((child) => child !== this);
    this.parent = undefined;
  }

  get textContent(): string {
    return this.children.map((child) => (typeof child === "string" ? child : child.textContent)).join("");
  }

  set textContent(text: string | null) {
    this.children = text === null || text === "" ? [] : [text];
  }

  /** Every element below of one name. */
  querySelectorAll(name: string): TreeElement[] {
    return this.children.flatMap((child) =>
      typeof child === "string" ? [] : [...(child.tagName === name ? [child] : []), ...child.querySelectorAll(name)],
    );
  }

  get outerHTML(): string {
    // The attribute set last stands first, as in every figure so far: a file drawn today can be compared with one from before.
    const said = [...this.attributes].reverse().map(([name, value]) => ` ${name}="${escapedValue(value)}"`);
    const open = `<${this.tagName}${said.join("")}`;
    if (this.children.length === 0) return `${open} />`;
    const within = this.children.map((child) => (typeof child === "string" ? escapedText(child) : child.outerHTML));
    return `${open}>${within.join("")}</${this.tagName}>`;
  }

  private adopted(node: SvgElement): TreeElement {
    if (!(node instanceof TreeElement)) throw new TypeError("an element of another document cannot be drawn here");
    node.remove();
    node.parent = this;
    return node;
  }
}
