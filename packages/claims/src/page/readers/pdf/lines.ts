/** A run of words as a PDF places it; y grows upwards. */
export interface PlacedWords {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number; // of the letters
}

/** One printed line. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const sameLine = (one: PlacedWords, other: PlacedWords): boolean =>
  Math.abs(one.y - other.y) < Math.max(one.size, other.size) * 0.5 && other.x >= one.x;

const needsSpace = (one: PlacedWords, other: PlacedWords): boolean =>
  !/\s$/.test(one.words) && !/^\s/.test(other.words) && other.x - (one.x + one.width) > Math.max(1, one.size * 0.15);

const lineOf = (runs: readonly PlacedWords[]): PrintedLine => {
  const words = runs.map((run, index) => (index > 0 && needsSpace(runs[index - 1]!, run) ? ` ${run.words}` : run.words));
  const last = runs.at(-1)!;
  const widest = runs.reduce((wide, run) => (run.words.length > wide.words.length ? run : wide));
  return { text: words.join("").replace(/\s+/g, " ").trim(), left: runs[0]!.x, right: last.x + last.width, y: widest.y, size: widest.size };
};

/** Puts the words of a page back into its printed lines, in the order in which the page was written. */
export const printedLines = (placed: readonly PlacedWords[]): PrintedLine[] => {
  const lines: PrintedLine[] = [];
  let runs: PlacedWords[] = [];
  const end = (): void => {
    if (runs.some(({ words }) => words.trim() !== "")) lines.push(lineOf(runs.filter(({ words }) => words !== "")));
    runs = [];
  };
  for (const run of placed) {
    if (runs.length > 0 && !sameLine(runs.at(-1)!, run)) end();
    runs.push(run);
  }
  end();
  return lines;
};
