/** A run of words as a PDF places it; y grows upwards. */
export interface PlacedWords {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number; // of the letters
  readonly font: string;
}

/** Words that stand together on one line: a whole line, or what of it stands in one column. */
export interface Stretch {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string; // in which it begins
  readonly opens: boolean; // the file begins something new with it, where it tells
}

/** One printed line. */
export interface PrintedLine extends Stretch {
  readonly stretches: readonly Stretch[]; // the line itself, or its columns from left to right
}

const sameLine = (one: PlacedWords, other: PlacedWords): boolean =>
  Math.abs(one.y - other.y) < Math.max(one.size, other.size) * 0.5 && other.x >= one.x;

const gapBetween = (one: PlacedWords, other: PlacedWords): number => other.x - (one.x + one.width);

const needsSpace = (one: PlacedWords, other: PlacedWords): boolean =>
  !/\s$/.test(one.words) && !/^\s/.test(other.words) && gapBetween(one, other) > Math.max(1, one.size * 0.15);

const stretchOf = (runs: readonly PlacedWords[], opens: boolean): Stretch => {
  const words = runs.map((run, index) => (index > 0 && needsSpace(runs[index - 1]!, run) ? ` ${run.words}` : run.words));
  const last = runs.findLast((run) => run.words.trim() !== "") ?? runs.at(-1)!;
  const widest = runs.reduce((wide, run) => (run.words.length > wide.words.length ? run : wide));
  const [first] = runs;
  const { y, size } = widest;
  return {
    text: words.join("").replace(/\s+/g, " ").trim(),
    left: first!.x,
    right: last.x + last.width,
    y,
    size,
    font: first!.font,
    opens,
  };
};

/** A wider gap than this many letters parts columns. */
const COLUMN_GAP = 1.5;

/** Half a letter is enough where another line has a column beginning. */
const CLOSE_GAP = 0.4;

const isBlank = ({ words }: PlacedWords): boolean => words.trim() === "";

/** Cuts the runs of a line where columns part; white space of its own counts as part of the gap. */
const columnsOf = (runs: readonly PlacedWords[], edges: ReadonlySet<number>): PlacedWords[][] => {
  const columns: PlacedWords[][] = [];
  let last: PlacedWords | undefined;
  for (const run of runs) {
    const gap = last && !isBlank(run) ? gapBetween(last, run) / Math.max(run.size, 1) : 0;
    const parts = gap > COLUMN_GAP || (gap > CLOSE_GAP && edges.has(Math.round(run.x)));
    if (columns.length === 0 || parts) columns.push([run]);
    else columns.at(-1)!.push(run);
    if (!isBlank(run)) last = run;
  }
  return columns;
};

interface Runs {
  readonly runs: readonly PlacedWords[];
  readonly opens: boolean;
}

/** The runs of each line, in the order in which the page was written. */
const runsOfLines = (placed: readonly PlacedWords[]): Runs[] => {
  const lines: { readonly runs: PlacedWords[]; readonly opens: boolean }[] = [];
  let opens = false; // an empty run stands before the line: tagged files have one where something new begins
  for (const run of placed) {
    const line = lines.at(-1);
    if (run.words === "") opens = true;
    else {
      if (line && sameLine(line.runs.at(-1)!, run)) line.runs.push(run);
      else lines.push({ runs: [run], opens });
      opens = false;
    }
  }
  return lines.filter(({ runs }) => !runs.every(isBlank));
};

/** Puts the words of a page back into its printed lines, in the order in which the page was written. */
export const printedLines = (placed: readonly PlacedWords[]): PrintedLine[] => {
  const lines = runsOfLines(placed);
  const edges = new Set(lines.flatMap(({ runs }) => columnsOf(runs, new Set()).slice(1)).map(([first]) => Math.round(first!.x)));
  return lines.map(({ runs, opens }) => {
    const columns = columnsOf(runs, edges);
    const whole = stretchOf(runs, opens);
    return { ...whole, stretches: columns.length === 1 ? [whole] : columns.map((column) => stretchOf(column, true)) };
  });
};
