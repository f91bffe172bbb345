import ts from "typescript";
import { REFUSAL_KINDS } from "./named-refusals.ts";

/** A refusal that code makes, "kind/code", with the place and the outermost function in which its code is written down. */
export interface Made {
  readonly refusal: string;
  readonly at: string;
  readonly maker: ts.FunctionDeclaration | undefined;
}

/**
 * The refusals that a room's files make: `refuse(kind, code)` and `{ kind, code }`.
 *
 * A kind or code that comes in through a parameter is read where that function is called; a template's blank is NAME.
 */
export function madeRefusals(files: readonly ts.SourceFile[]): Made[] {
  const nodes = files.flatMap(nodesOf);
  const calls = nodes.filter(ts.isCallExpression);
  return nodes
    .flatMap(makingOf)
    .flatMap((making) => spelledOut(making, calls, []))
    .filter(({ refusal }) => REFUSAL_KINDS.includes(refusal.split("/")[0]!));
}

interface Making {
  readonly kind: ts.Expression;
  readonly code: ts.Expression;
}

function makingOf(node: ts.Node): Making[] {
  if (ts.isCallExpression(node) && calledName(node) === "refuse") {
    const [kind, code] = node.arguments;
    return kind && code ? [{ kind, code }] : [];
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const [kind, code] = [givenFor(node, "kind"), givenFor(node, "code")];
  return kind && code ? [{ kind, code }] : [];
}

function givenFor(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = object.properties.find((each) => each.name?.getText() === name);
  if (property && ts.isPropertyAssignment(property)) return property.initializer;
  return property && ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

/** The pairs of texts that kind and code can be, as far as they are written down in the room. */
function spelledOut(making: Making, calls: readonly ts.CallExpression[], seen: readonly ts.Node[]): Made[] {
  const through = parameterOf(making.kind) ?? parameterOf(making.code);
  if (!through) {
    const kinds = textsOf(making.kind);
    return textsOf(making.code).flatMap(({ text, at, maker }) => kinds.map((kind) => ({ refusal: `${kind.text}/${text}`, at, maker })));
  }
  if (seen.includes(through.taker)) return [];
  const given = (call: ts.CallExpression, { taker }: Parameter, expression: ts.Expression) => {
    const parameter = parameterOf(expression);
    return parameter?.taker === taker ? call.arguments[parameter.position] : expression;
  };
  return callsOf(through.taker, calls).flatMap((call) => {
    const [kind, code] = [given(call, through, making.kind), given(call, through, making.code)];
    return kind && code ? spelledOut({ kind, code }, calls, [...seen, through.taker]) : [];
  });
}

interface Parameter {
  readonly taker: ts.SignatureDeclaration;
  readonly position: number;
}

/** The function whose parameter a name is, if it is one and no constant hides it. */
function parameterOf(name: ts.Expression): Parameter | undefined {
  if (!ts.isIdentifier(name)) return undefined;
  for (let scope: ts.Node = name.parent; !ts.isSourceFile(scope) && !constantIn(scope, name.text); scope = scope.parent) {
    if (!ts.isFunctionLike(scope)) continue;
    const position = scope.parameters.findIndex((parameter) => parameter.name.getText() === name.text);
    if (position >= 0) return { taker: scope, position };
  }
  return undefined;
}

/** Calls by name; a function that is not exported is called in its own file only. */
function callsOf(taker: ts.SignatureDeclaration, calls: readonly ts.CallExpression[]): ts.CallExpression[] {
  const declared = ts.isVariableDeclaration(taker.parent) ? taker.parent : taker;
  const statement = ts.findAncestor(declared, ts.isStatement);
  const exported = statement && ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === EXPORT);
  const name = declared.name?.getText();
  return calls.filter((call) => calledName(call) === name && (exported || call.getSourceFile() === taker.getSourceFile()));
}
const EXPORT = ts.SyntaxKind.ExportKeyword;

interface Text {
  readonly text: string;
  readonly at: string;
  readonly maker: ts.FunctionDeclaration | undefined;
}

function textsOf(expression: ts.Expression): Text[] {
  if (ts.isStringLiteralLike(expression)) return [{ text: expression.text, ...writtenAt(expression) }];
  if (ts.isTemplateExpression(expression)) return [{ text: withBlanks(expression), ...writtenAt(expression) }];
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) return textsOf(expression.expression);
  if (ts.isConditionalExpression(expression)) return [expression.whenTrue, expression.whenFalse].flatMap(textsOf);
  const constant = ts.isIdentifier(expression) ? constantOf(expression) : undefined;
  return constant ? textsOf(constant) : [];
}

function constantOf(name: ts.Identifier): ts.Expression | undefined {
  const scope = ts.findAncestor(name.parent, (each) => constantIn(each, name.text) !== undefined);
  return scope && constantIn(scope, name.text);
}

function constantIn(scope: ts.Node, name: string): ts.Expression | undefined {
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return undefined;
  const declarations = scope.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]);
  return declarations.find((declaration) => declaration.name.getText() === name)?.initializer;
}

const withBlanks = ({ head, templateSpans }: ts.TemplateExpression): string =>
  head.text + templateSpans.map(({ literal }) => `NAME${literal.text}`).join("");

const calledName = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

function writtenAt(node: ts.Node): Pick<Made, "at" | "maker"> {
  const file = node.getSourceFile();
  const statement = file.statements.find(({ pos, end }) => pos <= node.pos && node.end <= end);
  return {
    at: `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
    maker: statement && ts.isFunctionDeclaration(statement) ? statement : undefined,
  };
}

function nodesOf(file: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const add = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, add);
  };
  add(file);
  return nodes;
}
