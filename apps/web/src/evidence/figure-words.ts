import type { ENGLISH, Words } from "@calcar/figures";
import type { IntlShape } from "react-intl";

type Key = Exclude<keyof typeof ENGLISH, "language">;

/** The places of a text stand for themselves, since the figure fills them: "{k} studies" stays "{k} studies". */
const openPlaces = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([place, name]) => [name, place]));

/**
 * Every text of a figure in the reader's language.
 *
 * @param english the figure's own texts, whose keys decide which there are
 */
export function figureWords(english: typeof ENGLISH, intl: IntlShape): Words {
  const keys = Object.keys(english).filter((key): key is Key => key !== "language");
  const texts = keys.map((key) => [key, intl.formatMessage({ id: `plot.${key}` }, openPlaces(english[key]))]);
  return { ...(Object.fromEntries(texts) as Record<Key, string>), language: intl.locale };
}
