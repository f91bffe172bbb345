/** One row of a RevMan export that holds the data of one study in one analysis, whatever the layout it came in. */
export interface RevmanRow {
  readonly line: number;
  readonly analysis: string; // "1.2"
  readonly comparison: string | undefined; // its name
  readonly outcome: string;
  readonly subgroup: string | undefined;
  readonly study: string;
  readonly year: string | undefined;
  readonly type: "dichotomous" | "continuous" | { readonly unread: string }; // why its numbers are not read
  readonly arms: readonly [RevmanArm, RevmanArm];
}

/** The cells of one arm as they stand. */
export interface RevmanArm {
  readonly name: string;
  readonly events: string;
  readonly mean: string;
  readonly sd: string;
  readonly total: string;
}
