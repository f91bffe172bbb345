import type { ENGLISH, Words } from "@calcar/figures";
import type { IntlShape } from "react-intl";

type Key = Exclude<keyof typeof ENGLISH, "language">;

/** The places that the texts of a figure hold; the figure itself fills them. */
const PLACES = [
  "arm",
  "arms",
  "change",
  "ci",
  "comparator",
  "date",
  "df",
  "estimate",
  "events",
  "high",
  "i2",
  "intervention",
  "k",
  "knowledge",
  "low",
  "measure",
  "n",
  "p",
  "q",
  "question",
  "asks",
  "study",
  "tau2",
  "text",
  "total",
  "weight",
  "before",
  "after",
] as const;
const kept = Object.fromEntries(PLACES.map((place) => [place, `{${place}}`]));

/**
 * Every text of a figure in the reader's language.
 *
 * @param english the figure's own texts, whose keys decide which there are
 */
export function figureWords(english: typeof ENGLISH, intl: IntlShape): Words {
  const keys = Object.keys(english).filter((key): key is Key => key !== "language");
  const texts = keys.map((key) => [key, intl.formatMessage({ id: `plot.${key}` }, kept)]);
  return { ...(Object.fromEntries(texts) as Record<Key, string>), language: intl.locale };
}
