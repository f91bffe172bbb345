/** The colours of a figure. On every theme ink, muted and accent stand off the paper by WCAG AA (4.5 to 1); see theme.test.ts. */
export interface Inks {
  readonly paper: string;
  readonly ink: string; // text, intervals
  readonly muted: string; // second lines, prediction interval
  readonly rule: string; // hairlines: decoration only
  readonly edge: string; // axis and line of no effect
  readonly accent: string; // squares and diamond
}

/** `page` takes its colours from the page's own variables and so follows its light or dark; the others are fixed, for files. */
export type Theme = "page" | "light" | "dark" | "print";

export const INKS: Readonly<Record<Theme, Inks>> = {
  light: { paper: "#fcfbf8", ink: "#191d21", muted: "#555b62", rule: "#dbd7cd", edge: "#817b70", accent: "#0a5563" },
  dark: { paper: "#121517", ink: "#e9e6df", muted: "#a9afb4", rule: "#30363a", edge: "#7d858b", accent: "#7cc7d2" },
  print: { paper: "#ffffff", ink: "#000000", muted: "#474747", rule: "#c8c8c8", edge: "#6e6e6e", accent: "#1f1f1f" },
  page: {
    paper: "var(--color-paper, #fcfbf8)",
    ink: "var(--color-ink, #191d21)",
    muted: "var(--color-muted, #555b62)",
    rule: "var(--color-rule, #dbd7cd)",
    edge: "var(--color-edge, #817b70)",
    accent: "var(--color-accent, #0a5563)",
  },
};
