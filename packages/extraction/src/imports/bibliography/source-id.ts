import type { TakenIds } from "../taken-ids.ts";
import type { Author } from "./author.ts";

interface Citable {
  readonly authors: readonly Author[];
  readonly title: string;
  readonly year?: number;
}

/**
 * An id for a source in the way of the house: the first author's family name and the year, "lamo-espinosa-2016"; a letter after it
 * where others of that name and year are on file; the beginning of the title where nobody signs.
 *
 * @param taken ids that mean something already, former ones too
 */
export function sourceId({ authors, title, year }: Citable, taken: TakenIds): string {
  const name = slug(authors[0]?.family ?? "", 3) || slug(title, 3) || "source";
  const base = `${name}-${year ?? "undated"}`;
  const letters = [...LETTERS].filter((letter) => taken.has(base + letter));
  if (!taken.has(base) && letters.length === 0) return base;
  const next = [...LETTERS].find((letter) => letter > (letters.at(-1) ?? "a"));
  if (next !== undefined) return base + next;
  return taken.numbered(base);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Letters that are more than a Latin letter with a mark. */
const SPELT: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** The first words of a text in small Latin letters, joined by hyphens; "" when none of it can be written so. */
export const slug = (text: string, words: number): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}|['’`]/gu, "")
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => SPELT[letter]!)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, words)
    .join("-")
    .slice(0, 60)
    .replace(/-$/, "");
