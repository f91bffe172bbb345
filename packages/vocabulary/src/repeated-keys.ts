interface Open {
  readonly keys: Set<string> | undefined; // undefined: a list
  readonly path: string;
  last: string; // the key whose value is being read
}

// a key (a string before a colon), any other string, or a bracket
const TOKEN = /("(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}[\]]/g;

/**
 * The keys that a JSON text states twice in one object, as dotted paths.
 *
 * `JSON.parse` keeps the last of them without a word; of two values for one fact neither may win silently.
 *
 * @param text a text that `JSON.parse` accepts
 */
export function repeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const open: Open[] = [];
  for (const [token, key] of text.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (key !== undefined && parent?.keys) repeated.push(...enter(parent, parent.keys, JSON.parse(key) as string));
    else if (token === "{" || token === "[") open.push(begin(parent, token === "{"));
    else if (token === "}" || token === "]") open.pop();
  }
  return repeated;
}

const begin = (parent: Open | undefined, isObject: boolean): Open => ({
  keys: isObject ? new Set() : undefined,
  path: parent ? `${parent.path}${parent.last}${parent.last ? "." : ""}` : "",
  last: "",
});

function enter(parent: Open, keys: Set<string>, key: string): string[] {
  parent.last = key;
  const repeated = keys.has(key) ? [parent.path + key] : [];
  keys.add(key);
  return repeated;
}
