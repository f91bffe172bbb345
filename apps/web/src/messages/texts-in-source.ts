import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What one source file says: its string literals, its message-key templates, and texts that bypass the catalogue. */
export interface TextsInSource {
  readonly file: string;
  readonly literals: readonly string[];
  readonly templates: readonly RegExp[]; // `fact.${kind}` as /^fact\..+$/
  readonly bypassing: readonly string[]; // visible words that are no message
}

const SPOKEN = new Set(["aria-label", "title", "placeholder", "alt", "label", "caption", "tabTitle"]);
const OWN_NAMES = new Set(["Calcar"]);
const hasWords = (text: string): boolean => /\p{L}/u.test(text) && !OWN_NAMES.has(text.trim());

/** Every source file of the web app but its tests. */
export const textsIn = (folder: string): TextsInSource[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|texts-in-source/.test(file))
    .map((file) => textsOf(file, readFileSync(join(folder, file), "utf8")));

/** The texts of one file, by its syntax tree. */
export function textsOf(file: string, source: string): TextsInSource {
  const literals: string[] = [];
  const templates: RegExp[] = [];
  const bypassing: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.push(node.text);
    if (ts.isTemplateExpression(node)) templates.push(patternOf(node));
    const shown = shownText(node);
    if (shown !== undefined && hasWords(shown)) bypassing.push(shown.trim());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return { file, literals, templates, bypassing };
}

/** What a reader would see or hear of a node as it stands in the source. */
function shownText(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (
    ts.isJsxExpression(node) &&
    node.expression !== undefined &&
    ts.isStringLiteralLike(node.expression) &&
    !ts.isJsxAttribute(node.parent)
  )
    return node.expression.text;
  if (!ts.isJsxAttribute(node) || (!ts.isIdentifier(node.name) && !ts.isJsxNamespacedName(node.name))) return undefined;
  return SPOKEN.has(node.name.getText()) && node.initializer !== undefined && ts.isStringLiteral(node.initializer)
    ? node.initializer.text
    : undefined;
}

function patternOf(template: ts.TemplateExpression): RegExp {
  const parts = [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`);
}
