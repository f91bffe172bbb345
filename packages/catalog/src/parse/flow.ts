import { type Lines, Unusual } from "./lines.ts";
import { quoted, resolve } from "./scalars.ts";

/** A flow collection being read: what is left of its current line, and the lines that follow. */
interface Flow {
  rest: string;
  readonly parent: number;
  readonly lines: Lines;
}

/** Reads a flow map or list that begins the text and ends its last line. */
export function flowValue(text: string, parent: number, lines: Lines): unknown {
  const flow: Flow = { rest: text, parent, lines };
  const value = collection(flow);
  if (flow.rest !== "") throw new Unusual();
  return value;
}

function collection(flow: Flow): unknown {
  const isMap = flow.rest.startsWith("{");
  const close = isMap ? "}" : "]";
  const map: Record<string, unknown> = {};
  const list: unknown[] = [];
  flow.rest = flow.rest.slice(1);
  skipSpace(flow);
  if (flow.rest.startsWith(close)) return closed(flow, isMap ? map : list);
  for (;;) {
    if (isMap) put(map, key(flow), value(flow));
    else list.push(value(flow));
    skipSpace(flow);
    const mark = flow.rest[0];
    if (mark === close) return closed(flow, isMap ? map : list);
    if (mark !== ",") throw new Unusual();
    flow.rest = flow.rest.slice(1);
    skipSpace(flow);
  }
}

function closed<T>(flow: Flow, value: T): T {
  flow.rest = flow.rest.slice(1);
  return value;
}

function skipSpace(flow: Flow): void {
  flow.rest = flow.rest.replace(/^ +/, "");
  if (flow.rest !== "") return;
  const line = flow.lines.all[flow.lines.next];
  if (line === undefined || line.text === "" || line.indent <= flow.parent) throw new Unusual();
  flow.rest = line.text;
  flow.lines.next++;
}

function key(flow: Flow): string {
  const quotedKey = flow.rest.startsWith('"');
  const match = (quotedKey ? /^"([^"\\]{1,100})": / : /^([A-Za-z][\w.-]{0,100}): /).exec(flow.rest);
  const name = match?.[1];
  if (!match || name === undefined || (!quotedKey && resolve(name) !== name)) throw new Unusual();
  flow.rest = flow.rest.slice(match[0].length);
  return name;
}

function value(flow: Flow): unknown {
  skipSpace(flow);
  const mark = flow.rest[0]!;
  if (mark === "{" || mark === "[") return collection(flow);
  if (mark === '"' || mark === "'") {
    const { value, rest } = quoted(flow.rest, flow.parent, flow.lines);
    flow.rest = rest;
    return value;
  }
  return plainInFlow(flow);
}

/** A plain scalar inside a flow collection, all on one line and followed there by a comma or the end. */
function plainInFlow(flow: Flow): unknown {
  const end = flow.rest.search(/[,[\]{}]/);
  if (end <= 0) throw new Unusual();
  const text = flow.rest.slice(0, end).replace(/ +$/, "");
  if (/^[&*#|>!%@`"'?:-]|:(?: |$)| #/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text)) throw new Unusual();
  flow.rest = flow.rest.slice(end);
  return resolve(text);
}

/** Adds a pair; a key written twice is for the library to refuse. */
export function put(map: Record<string, unknown>, key: string, value: unknown): void {
  if (Object.hasOwn(map, key) || key === "__proto__") throw new Unusual();
  map[key] = value;
}
