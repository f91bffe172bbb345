import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from "yaml";
import type { Finding } from "./finding.ts";
import { readPlain } from "./plain-yaml.ts";

/** Longest knowledge file, in characters: a study of a hundred outcomes has 60,000. */
export const LONGEST_FILE = 1_000_000;

type Read = { readonly value: unknown; readonly findings: readonly [] } | { readonly findings: readonly Finding[] };

/** Reads one YAML 1.2 document without anchors, aliases, tags or directives. */
export function readYaml(file: string, text: string): Read {
  const fault = faultOfText(text);
  if (fault) return { findings: [{ file, at: [], line: 1, ...fault }] };
  const plain = readPlain(text);
  return plain ? { value: plain.value, findings: [] } : readWithLibrary(file, text);
}

function readWithLibrary(file: string, text: string): Read {
  const lines = new LineCounter();
  const document = parse(text, lines);
  const findings = [...syntaxFaults(document, lines), ...shorthands(document, text, lines)].map((finding) => ({
    file,
    at: [],
    ...finding,
  }));
  return findings.length > 0 ? { findings } : { value: document.toJS({ maxAliasCount: 0 }), findings: [] };
}

/** The parsed tree with its positions, for finding lines. */
export const parse = (text: string, lineCounter: LineCounter): Document.Parsed =>
  parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: true, prettyErrors: false, lineCounter });

function faultOfText(text: string): { problem: string; expected: string } | undefined {
  if (text.startsWith("\uFEFF")) return { problem: "starts with a byte order mark", expected: "plain UTF-8 without one" };
  if (text.length > LONGEST_FILE)
    return { problem: `has ${text.length} characters`, expected: `at most ${LONGEST_FILE}: one concept in a file` };
  if (text.trim() === "") return { problem: "is empty", expected: "one YAML document" };
  return undefined;
}

type Fault = Omit<Finding, "file" | "at">;

function syntaxFaults(document: Document.Parsed, lines: LineCounter): Fault[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    line: lines.linePos(code === "MISSING_CHAR" ? startOfLast(document, pos[0]) : pos[0]).line,
    problem: `is not readable YAML: ${message}`,
    expected: MENDED_BY[code] ?? "YAML 1.2",
  }));
  return faults.slice(0, 1); // what follows a syntax error is mostly its echo
}

const MENDED_BY: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'quotes around a text that holds ": "',
  DUPLICATE_KEY: "each key once",
  MISSING_CHAR: "the mark that closes what was opened here",
  MULTIPLE_DOCS: "one document in a file",
  TAB_AS_INDENT: "spaces",
  TAG_RESOLVE_FAILED: "a value without a tag",
};

/** Where the last text before an offset begins: an unclosed quote is found at the end of the file and mended at its start. */
function startOfLast(document: Document.Parsed, offset: number): number {
  let start = offset;
  visit(document, {
    Scalar(_key, node) {
      if (node.range && node.range[0] <= offset) start = node.range[0];
    },
  });
  return start;
}

function shorthands(document: Document.Parsed, text: string, lines: LineCounter): Fault[] {
  const faults: Fault[] = [];
  if (/^%/m.test(text) && document.directives.yaml.explicit)
    faults.push({ line: 1, problem: "carries a %YAML directive", expected: "no directive: every file is YAML 1.2" });
  if (!/[&*]/.test(text)) return faults;
  visit(document, (_key, node) => {
    const shorthand = isAlias(node) ? `alias *${node.source}` : isNode(node) && node.anchor ? `anchor &${node.anchor}` : undefined;
    if (!shorthand || !isNode(node)) return;
    const line = lines.linePos(node.range?.[0] ?? 0).line;
    faults.push({ line, problem: `uses the ${shorthand}`, expected: "every value written out where it stands" });
  });
  return faults.slice(0, 5);
}
