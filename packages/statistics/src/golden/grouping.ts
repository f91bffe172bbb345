import { rowCount, type Table } from "./columns.ts";
import type { GoldenCase, GoldenFile } from "./operation.ts";

export type Labels = readonly (string | number)[];

const distinct = (labels: Labels): number => new Set(labels).size;

/** Columns that hold a label in every row, those named in the words first. */
function labelColumns(table: Table, words: string, skip: readonly string[]): { name: string; labels: Labels }[] {
  return Object.entries(table)
    .filter(([name, column]) => !skip.includes(name) && Array.isArray(column) && column.every((value) => value !== null))
    .map(([name, column]) => ({ name, labels: column as Labels }))
    .toSorted((a, b) => Number(mentions(words, b.name)) - Number(mentions(words, a.name)));
}

/** Whether a sentence names a column, in the singular or the plural. */
export const mentions = (words: string, name: string): boolean =>
  new RegExp(`(^|[^\\w.])${name.replaceAll(/[.*+?^$()[\]{}|\\]/g, "\\$&")}(e?s)?([^\\w]|$)`, "i").test(words);

/** How many groups the file says there are at each level, in this case or in another one of the same kind. */
function levelsSaid(testCase: GoldenCase, file: GoldenFile): readonly number[] | undefined {
  const said = [testCase, ...file.cases.filter(({ op }) => op === "multilevel")].find(({ expected }) => Array.isArray(expected.n_levels));
  return said?.expected.n_levels as readonly number[] | undefined;
}

/**
 * The columns of a table in which effects are nested, outermost first: a column with as many groups as the file says for the outer
 * level, and for each inner level one that together with those before makes as many as it says. Without such numbers the first
 * column of which labels repeat, with every effect a group of its own.
 */
export function nestedLevels(testCase: GoldenCase, file: GoldenFile, table: Table): Labels[] {
  const columns = labelColumns(table, testCase.call ?? "", ["yi", "vi"]);
  const rows = rowCount(table);
  const [outerSize, ...innerSizes] = levelsSaid(testCase, file) ?? [];
  const outer = columns.find(({ labels }) => (outerSize === undefined ? distinct(labels) < rows : distinct(labels) === outerSize));
  if (!outer) throw new Error(`no column of ${file.id} groups the effects of ${testCase.id}`);
  const levels: Labels[] = [outer.labels];
  for (const size of innerSizes.length > 0 ? innerSizes : [rows]) levels.push(innerLevel(levels.at(-1)!, columns, size));
  return levels;
}

function innerLevel(outer: Labels, columns: readonly { labels: Labels }[], size: number): Labels {
  if (size === outer.length) return outer.map((_, i) => i);
  const within = columns.map(({ labels }) => labels.map((label, i) => `${outer[i]} ${label}`));
  const found = within.find((labels) => distinct(labels) === size);
  if (!found) throw new Error(`no column makes ${size} groups within those of the level above`);
  return found;
}

/** Ascending where all labels are numbers, else in the order of words. */
export function byLabel(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");
}

/** Moderators named in the words of a case: numbers as they are or about their mean, words as 0 and 1 against the first of them. */
export function moderatorsOf(testCase: GoldenCase, table: Table, count: number): number[][] {
  if (count === 0) return [];
  const words = testCase.call ?? "";
  const centred = /cent(er|r)ed|about its mean/.test(words);
  const columns = labelColumns(table, "", ["yi", "vi"])
    .filter(({ name }) => mentions(words, name))
    .toSorted((a, b) => words.indexOf(a.name) - words.indexOf(b.name))
    .map(({ labels }) => moderatorColumns(labels, centred));
  const chosen = columns.find((set) => set.length === count) ?? columns.flat();
  if (chosen.length !== count) throw new Error(`the words of ${testCase.id} do not name ${count} moderators`);
  return chosen;
}

function moderatorColumns(labels: Labels, centred: boolean): number[][] {
  if (labels.every((label) => typeof label === "number")) {
    const mean = centred ? labels.reduce((sum, value) => sum + value, 0) / labels.length : 0;
    return [labels.map((value) => value - mean)];
  }
  return [...new Set(labels)]
    .toSorted(byLabel)
    .slice(1)
    .map((level) => labels.map((label) => (label === level ? 1 : 0)));
}
