import type { Pooled } from "../schema.ts";

const MINUS = "\u2212";
const formatters = new Map<string, Intl.NumberFormat>(); // costly to make, so made once

function formatter(places: number, language: string): Intl.NumberFormat {
  const key = `${language} ${places}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: false });
  formatters.set(key, made);
  return made;
}

/**
 * A number as a reader sees it, with a fixed number of decimals and a true minus sign.
 *
 * @param places decimals shown, 0 to 20
 * @param language BCP 47 tag that decides the decimal sign
 */
export function numberText(value: number, places: number, language = "en"): string {
  const text = formatter(places, language).format(Math.abs(value));
  const isZero = Number(Math.abs(value).toFixed(places)) === 0;
  return value < 0 && !isZero ? MINUS + text : text;
}

/** A printed value with the decimals it was printed with: 3.55 stays 3.55. */
export const printedText = (value: number, language = "en"): string =>
  numberText(value, String(value).split(".")[1]?.length ?? 0, language);

const LEAST_RATIO = 0.01;

/**
 * A ratio as a reader sees it: beyond 1000 and below 0.01 only the bound is shown, since digits there mean nothing.
 *
 * @param value above 0
 */
export function ratioText(value: number, places = 2, language = "en"): string {
  if (value < LEAST_RATIO) return `<${numberText(LEAST_RATIO, 2, language)}`;
  if (value > 1000) return ">1000";
  return numberText(value, value >= 100 ? 0 : places, language);
}

/** A value of a measure as a reader sees it, on its natural scale: ratios and differences of means with two decimals, risks with three. */
export function effectText(measure: Pooled["measure"], value: number, language = "en"): string {
  if (measure === "RR" || measure === "OR") return ratioText(value, 2, language);
  return numberText(value, measure === "RD" ? 3 : 2, language);
}

/** A p value as a reader sees it: never zero. */
export function pText(p: number, language = "en"): string {
  if (p < 0.001) return `<${numberText(0.001, 3, language)}`;
  return numberText(p, p < 0.1 ? 3 : 2, language);
}
