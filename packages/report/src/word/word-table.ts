import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import type { Table as ReportTable } from "../report.ts";

const CHARACTER = 98; // twentieths of a point a character of the table takes, bold included
const GAP = 140; // between two columns
const SHORT = 12; // characters that stay on one line
const MOST = 24; // characters of one word that are never broken

const line = { style: BorderStyle.SINGLE, size: 6, color: "1A1A1A" } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: "BFBFBF" } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/** A table as journals print it: rules above, below the head and at the end, a head that is repeated on every page, no row broken. */
export function wordTable({ columns, rows: given }: ReportTable, width: number): Table {
  const numeric = columns.map((_, i) => i > 0 && isNumeric(given, i));
  const rows = given.map((cells) => cells.map((text, i) => (numeric[i] || text.length <= SHORT ? unbroken(text) : text)));
  const widths = widthsOf({ columns, rows, numeric }, width);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((text, i) => cell(text, widths[i]!, { bold: isHead, right: numeric[i]! })),
    });
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: hairline, insideVertical: none },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

function cell(text: string, size: number, { bold, right }: { readonly bold: boolean; readonly right: boolean }): TableCell {
  return new TableCell({
    width: { size, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 0, right: GAP },
    ...(bold ? { borders: { bottom: line } } : {}),
    children: [
      new Paragraph({
        style: "TableText",
        alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext: bold,
        children: [new TextRun({ text, bold })],
      }),
    ],
  });
}

/** An estimate with its interval stays on one line, and so does "n = 216". */
const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Whether every cell of a column is a number, with or without its interval, so that it stands to the right. */
const isNumeric = (rows: readonly (readonly string[])[], i: number): boolean =>
  rows.every((cells) => /^$|^[<>\u2212\d][\d.,<>\u2212 /%()to]*$/.test(cells[i] ?? ""));

interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
}

/** No word is broken where there is room for all; what is left over goes to the columns of words with the most text. */
function widthsOf({ columns, rows, numeric }: Grid, width: number): number[] {
  const texts = columns.map((column, i) => [column, ...rows.map((cells) => cells[i] ?? "")]);
  const least = texts.map((column) => Math.min(MOST, longest(column.flatMap((text) => text.split(/[ \-/]/)))) * CHARACTER + GAP);
  const wish = texts.map((column, i) => (numeric[i] ? 0 : Math.sqrt(Math.max(0, longest(column) * CHARACTER + GAP - least[i]!))));
  const [needed, wished] = [sum(least), sum(wish)];
  const over = width - needed;
  if (over < 0) return least.map((one) => Math.floor((one * width) / needed));
  return least.map((one, i) => Math.floor(one + (wished === 0 ? over / columns.length : (over * wish[i]!) / wished)));
}

const longest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
