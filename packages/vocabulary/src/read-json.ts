import type { Read } from "./problem.ts";
import { repeatedKeys } from "./repeated-keys.ts";

export interface JsonFile {
  readonly name: string; // "evaluation": the place of problems with the whole
  readonly expected: string; // "a JSON object with schema, asOf, hip and facts"
  readonly mostBytes: number;
}

/**
 * Reads a JSON text from a file or a request.
 *
 * A UTF-8 byte-order mark is passed over: it says nothing. Of two values under one key neither wins.
 *
 * @returns what it holds, or every problem: too large, not UTF-8, empty, not JSON with line and column, a key stated twice
 */
export function readJson(input: string | Uint8Array, { name, expected, mostBytes }: JsonFile): Read<unknown> {
  if (input.length > mostBytes) return refused(name, `${input.length} bytes`, `at most ${mostBytes} bytes`);
  const text = typeof input === "string" ? input.replace(/^\uFEFF/, "") : decode(input);
  if (text === undefined) return refused(name, isUtf16(input) ? "UTF-16" : "invalid UTF-8", "a text in UTF-8");
  if (text.trim() === "") return refused(name, "empty", expected);
  const json = parse(text);
  if ("place" in json) return decimalComma(text) ?? refused(json.place || name, "not JSON", expected);
  const repeated = repeatedKeys(text);
  if (repeated.length === 0) return { ok: true, value: json.value };
  return { ok: false, problems: repeated.map((place) => ({ place, problem: "stated twice", expected: "each field once" })) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isUtf16 = (input: string | Uint8Array): boolean =>
  typeof input !== "string" && ((input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff));

function parse(text: string): { readonly value: unknown } | { readonly place: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const [, place] = /\(line (\d+ column \d+)\)/.exec(String(error)) ?? [];
    return { place: place ? `line ${place}` : "" };
  }
}

/** The usual reason why a text of numbers is not JSON, by its key. */
function decimalComma(text: string): Read<never> | undefined {
  const [, key, number] = /"([^"\\]{1,80})"\s*:\s*(-?\d+,\d+)(?=\s*[,}])/.exec(text) ?? [];
  return key === undefined ? undefined : refused(key, `${number} has a decimal comma`, "a decimal point");
}

const refused = (place: string, problem: string, expected: string): Read<never> => ({
  ok: false,
  problems: [{ place, problem, expected }],
});
