/** A figure as a table of texts: what is drawn, in numbers. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
