import { LATEX_LETTERS, LATEX_MARKS, LATEX_WORDS } from "./latex-letters.ts";

/** A text of BibTeX as people read it, and the commands in it that nobody here knows. */
export interface PlainText {
  readonly text: string;
  readonly unknown: readonly string[]; // "\\ce": left in the text as they stand
}

/** Commands that only say how their argument looks. */
const STYLES = new Set(
  "emph textit textbf textsc textrm textsf texttt textnormal text mathrm mathit mathbf ensuremath mbox uppercase lowercase pkg proglang code file mkbibemph it bf em sc rm noopsort url".split(
    " ",
  ),
);
const SPACES = new Set(["\\ ", "\\,", "\\;", "\\:", "\\/", "~"]);
const TOKEN = /\\[a-zA-Z]+[ \t]*|\\.|[{}$~]|--+|``|''|[^\\{}$~`'-]+|./gsu;

/**
 * Turns LaTeX into characters: accents, letters, dashes, quotes; braces and styles go, their content stays.
 *
 * @param latex the value of a field, its outer braces or quotes taken away
 */
export function plainText(latex: string): PlainText {
  const unknown: string[] = [];
  const tokens = latex.match(TOKEN) ?? [];
  const text: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const mark = LATEX_MARKS.get(token.trim());
    if (mark !== undefined && token.startsWith("\\")) {
      const argument = argumentAfter(tokens, at);
      text.push(accented(argument.text, mark));
      at = argument.end;
    } else text.push(plainToken(token, unknown));
  }
  return { text: text.join("").replaceAll(/\s+/g, " ").trim().normalize("NFC"), unknown };
}

function plainToken(token: string, unknown: string[]): string {
  if (token === "{" || token === "}" || token === "$") return "";
  if (SPACES.has(token)) return token === "\\/" ? "" : " ";
  if (!token.startsWith("\\")) return LATEX_WORDS.get(token) ?? token;
  const name = token.slice(1).trim();
  const letter = LATEX_LETTERS.get(name);
  if (letter !== undefined) return letter;
  if (STYLES.has(name)) return "";
  unknown.push(`\\${name}`);
  return token;
}

/** The letter an accent stands on: `\'e`, `\'{e}`, `{\'\i}`, `\v{c}`, `\c c`. */
function argumentAfter(tokens: readonly string[], at: number): { readonly text: string; readonly end: number } {
  let end = at + 1;
  while (tokens[end] === "{") end++;
  const token = tokens[end] ?? "";
  if (token.startsWith("\\")) return { text: DOTLESS.get(token.slice(1).trim()) ?? token, end: closing(tokens, at, end) };
  const [letter = ""] = token.trimStart();
  const rest = token.trimStart().slice(letter.length);
  return { text: letter + PENDING + rest, end: closing(tokens, at, end) };
}

const DOTLESS = new Map([
  ["i", "i"],
  ["j", "j"],
]);
const PENDING = "\u0001"; // stands between the letter and what follows it, until the mark is put there

/** As many closing braces as were opened between the accent and its letter are part of the accent. */
function closing(tokens: readonly string[], at: number, end: number): number {
  let last = end;
  for (let open = end - at - 1; open > 0 && tokens[last + 1] === "}"; open--) last++;
  return last;
}

const accented = (text: string, mark: string): string => {
  const [letter = "", rest = ""] = text.split(PENDING);
  return letter === "" ? rest : `${letter}${mark}`.normalize("NFC") + rest;
};
