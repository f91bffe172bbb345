import type { Problem } from "@calcar/vocabulary";
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter } from "yaml";
import type { At, Finding } from "./finding.ts";
import { parse } from "./read-yaml.ts";

/** Gives findings the line a person opens. Texts are parsed again here, so that a good catalog never pays for positions. */
export function locate(findings: readonly Finding[], texts: ReadonlyMap<string, string>): Problem[] {
  const byFile = Map.groupBy(findings, ({ file }) => file);
  return [...byFile.keys()].sort().flatMap((file) => {
    const lineOf = lines(texts.get(file));
    const placed = (byFile.get(file) ?? []).map((finding) => ({ finding, line: finding.line ?? lineOf(finding.at) }));
    return placed.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(({ finding, line }) => problem(finding, line));
  });
}

const problem = ({ file, problem, expected }: Finding, line: number | undefined): Problem => ({
  place: line === undefined ? `knowledge/${file}` : `knowledge/${file}:${line}`,
  problem,
  expected,
});

function lines(text: string | undefined): (at: At) => number | undefined {
  if (text === undefined) return () => undefined;
  const counter = new LineCounter();
  const document = parse(text, counter);
  return (at) => counter.linePos(offsetOf(document, at)).line;
}

/** Where the value at the path starts; the deepest part of the path that exists when it is missing. */
function offsetOf(document: Document.Parsed, at: At): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of at) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) : undefined;
    const next = pair ? pair.value : node.get(step, true);
    const start = pair && isNode(pair.key) ? pair.key : next;
    if (!isNode(start)) break;
    offset = start.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}
