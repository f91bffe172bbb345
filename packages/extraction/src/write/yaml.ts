/** Lines that stand as comments above the value at a path such as "outcomes[0]"; those at "" stand at the top. */
export type Comments = ReadonlyMap<string, readonly string[]>;

const WIDTH = 120; // a map or list that fits on a line of this many characters may stand on one

/**
 * A value as a YAML 1.2 document in the layout of the knowledge folder: two spaces, short maps and lists of scalars on one line,
 * every text quoted that could be read as anything else. The same value always gives the same bytes.
 *
 * @param flowKeys keys whose maps stand on one line where they fit
 */
export function yamlOf(value: object, flowKeys: ReadonlySet<string>, comments: Comments): string {
  const lines = [...remarks(comments, "", ""), ...block(value, "", "", { flowKeys, comments })];
  return `${lines.join("\n")}\n`;
}

interface Layout {
  readonly flowKeys: ReadonlySet<string>;
  readonly comments: Comments;
}

const remarks = (comments: Comments, path: string, indent: string): string[] =>
  (comments.get(path) ?? []).map((line) => `${indent}# ${line.replace(/[\s\p{Cc}]+/gu, " ").trim()}`);

function block(value: object, path: string, indent: string, layout: Layout): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path === "" ? key : `${path}.${key}`;
    return [...remarks(layout.comments, here, indent), ...entry(key, inner, { here, indent }, layout)];
  });
}

interface At {
  readonly here: string;
  readonly indent: string;
}

function entry(key: string, value: unknown, { here, indent }: At, layout: Layout): string[] {
  const head = `${indent}${key}:`;
  if (typeof value !== "object" || value === null) return [`${head} ${scalar(value)}`];
  const flow = `${head} ${inline(value)}`;
  const mayFlow = Array.isArray(value)
    ? value.every((one) => typeof one !== "object")
    : layout.flowKeys.has(key) || Object.keys(value).length === 0;
  if (mayFlow && flow.length <= WIDTH) return [flow];
  return [head, ...(Array.isArray(value) ? items(value, here, `${indent}  `, layout) : block(value, here, `${indent}  `, layout))];
}

function items(list: readonly unknown[], path: string, indent: string, layout: Layout): string[] {
  return list.flatMap((item, i) => {
    const here = `${path}[${i}]`;
    const above = remarks(layout.comments, here, indent);
    if (typeof item !== "object" || item === null) return [...above, `${indent}- ${scalar(item)}`];
    const [first = "", ...rest] = block(item, here, `${indent}  `, layout);
    return [...above, `${indent}- ${first.slice(indent.length + 2)}`, ...rest];
  });
}

function inline(value: unknown): string {
  if (typeof value !== "object" || value === null) return scalar(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${inline(inner)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** Begins with a letter, holds nothing that YAML gives a meaning to, ends with no space. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ()'+./%±×−–=<>;!?^°µ²³√|_-]*[\p{L}\p{N}()'+./%±°²³!?])?$/u;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i;

export function scalar(value: unknown): string {
  if (typeof value !== "string") return String(value);
  return PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
}
