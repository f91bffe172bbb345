import fc from "fast-check";
import { expect, it } from "vitest";
import { element, type SvgElement } from "./svg-document.ts";
import { SvgTree } from "./svg-tree.ts";

const tree = new SvgTree();
const made = (name: string, ...children: SvgElement[]) => element(tree, name, {}, children);

it("writes elements, attributes and text as XML", () => {
  const text = element(tree, "text", { x: 1, title: 'a "b" <c> & d' });
  text.textContent = "p < 0.001 & n\u00a0= 3";
  expect(made("g", text, made("line")).outerHTML).toBe(
    '<g><text title="a &quot;b&quot; &lt;c&gt; &amp; d" x="1">p &lt; 0.001 &amp; n&#160;= 3</text><line /></g>',
  );
});

it("lets no text of the knowledge end its own element or attribute", () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      const node = element(tree, "text", { title: text });
      node.textContent = text;
      const shown = node.outerHTML.match(/^<text title="([^"<>]*)"(?: \/>|>([^<>]*)<\/text>)$/);
      return shown !== null && node.textContent === text;
    }),
  ));

it("moves an element that is put elsewhere, and takes one out", () => {
  const line = made("line");
  const [first, second] = [made("g", line), made("g")];
  second.append(line);
  expect([first.outerHTML, second.outerHTML]).toEqual(["<g />", "<g><line /></g>"]);
  line.remove();
  expect(second.outerHTML).toBe("<g />");
});

it("puts an element before another, first, or last", () => {
  const group = tree.createElementNS("", "g");
  const last = group.appendChild(made("b"));
  group.insertBefore(made("a"), last);
  group.prepend(made("c"), made("d"));
  expect(group.outerHTML).toBe("<g><c /><d /><a /><b /></g>");
});

it("finds elements of a name at any depth", () => {
  const group = tree.createElementNS("", "g");
  group.append(made("style"), made("g", made("style")));
  expect(group.querySelectorAll("style")).toHaveLength(2);
});

it("takes no element of another document", () => {
  const strange = { outerHTML: "<g />" } as unknown as SvgElement;
  expect(() => tree.createElementNS("", "g").append(strange)).toThrow("another document");
});
