/** What a figure may be: which values are possible, and how that is said. */
interface FigureKind {
  readonly fits: (value: number) => boolean;
  readonly expected: string;
}

const whole = Number.isInteger;

export const FIGURE_KINDS = {
  number: { fits: () => true, expected: "a number" },
  spread: { fits: (value) => value > 0, expected: "a number above 0" },
  count: { fits: (value) => whole(value) && value >= 0, expected: "a whole number, 0 or more" },
  size: { fits: (value) => whole(value) && value >= 1, expected: "a whole number, 1 or more" },
  months: { fits: (value) => value >= 0 && value <= 1200, expected: "months, 0 to 1200" },
  percent: { fits: (value) => value >= 0 && value <= 100, expected: "a percentage from 0 to 100" },
  p: { fits: (value) => value > 0 && value < 1, expected: "an exact p between 0 and 1, such as 0.032; a bound such as <0.05 will not do" },
  correlation: { fits: (value) => value >= -1 && value <= 1, expected: "a correlation from -1 to 1" },
  level: { fits: (value) => value > 50 && value < 100, expected: "the coverage of the interval in per cent, such as 95" },
} as const satisfies Readonly<Record<string, FigureKind>>;

export type FigureKindName = keyof typeof FIGURE_KINDS;
