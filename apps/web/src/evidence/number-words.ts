const MINUS = "\u2212";
const MOST = 1000;

/** How the reader's language writes the numbers of the evidence. */
export interface NumberWords {
  /** As printed: every decimal the source gives, none added. */
  readonly plain: (value: number) => string;
  readonly fixed: (value: number, places: number) => string;
  /** A ratio, above 0, with two decimals; beyond 1000 and below 0.01 only the bound, since digits there mean nothing. */
  readonly ratio: (value: number) => string;
  /** A p value, never zero. */
  readonly p: (value: number) => string;
  /** A number of per cent. */
  readonly percent: (value: number, places: number) => string;
}

/** @param locale BCP 47 tag that decides the decimal sign */
export function numberWords(locale: string): NumberWords {
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const written = new Intl.NumberFormat(locale, { ...options, signDisplay: "negative" }).format(value);
    return written.replace("-", MINUS);
  };
  const fixed = (value: number, places: number): string =>
    format(value, { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: false });
  return {
    plain: (value) => format(value, { maximumFractionDigits: 10 }),
    fixed,
    ratio: (value) => {
      if (value < 0.01) return `<${fixed(0.01, 2)}`;
      return value > MOST ? `>${fixed(MOST, 0)}` : fixed(value, value >= 100 ? 0 : 2);
    },
    p: (value) => (value < 0.001 ? `<${fixed(0.001, 3)}` : fixed(value, value < 0.1 ? 3 : 2)),
    percent: (value, places) => format(value / 100, { style: "percent", minimumFractionDigits: places, maximumFractionDigits: places }),
  };
}
