/** The colours of a figure. On every theme texts stand off their ground by WCAG AA (4.5 to 1); see theme.test.ts. */
export interface Inks {
  readonly paper: string;
  readonly ink: string; // text, intervals
  readonly muted: string; // second lines, prediction interval
  readonly rule: string; // hairlines: decoration only
  readonly edge: string; // axis and line of no effect
  readonly accent: string; // squares and diamond; low risk of bias
  readonly "accent-soft": string; // the ground of a sign in accent
  readonly caution: string; // some concerns
  readonly "caution-soft": string;
  readonly stop: string; // high risk of bias
}

/** `page` takes its colours from the page's own variables and so follows its light or dark; the others are fixed, for files. */
export type Theme = "page" | "light" | "dark" | "print" | "paper"; // paper: the light one on white

const LIGHT: Inks = {
  paper: "#fcfbf8",
  ink: "#191d21",
  muted: "#555b62",
  rule: "#dbd7cd",
  edge: "#817b70",
  accent: "#0a5563",
  "accent-soft": "#e5eef0",
  caution: "#754800",
  "caution-soft": "#f9f0de",
  stop: "#8c2318",
};

const DARK: Inks = {
  paper: "#121517",
  ink: "#e9e6df",
  muted: "#a9afb4",
  rule: "#30363a",
  edge: "#7d858b",
  accent: "#7cc7d2",
  "accent-soft": "#17313a",
  caution: "#e2b464",
  "caution-soft": "#2b2313",
  stop: "#f0a193",
};

const PRINT: Inks = {
  paper: "#ffffff",
  ink: "#000000",
  muted: "#474747",
  rule: "#c8c8c8",
  edge: "#6e6e6e",
  accent: "#1f1f1f",
  "accent-soft": "#ffffff",
  caution: "#1f1f1f",
  "caution-soft": "#dedede",
  stop: "#575757",
};

const variable = (name: keyof Inks): string => `var(--color-${name}, ${LIGHT[name]})`;

const PAGE: Inks = {
  paper: variable("paper"),
  ink: variable("ink"),
  muted: variable("muted"),
  rule: variable("rule"),
  edge: variable("edge"),
  accent: variable("accent"),
  "accent-soft": variable("accent-soft"),
  caution: variable("caution"),
  "caution-soft": variable("caution-soft"),
  stop: variable("stop"),
};

export const INKS: Readonly<Record<Theme, Inks>> = {
  light: LIGHT,
  dark: DARK,
  print: PRINT,
  paper: { ...LIGHT, paper: "#ffffff" },
  page: PAGE,
};
