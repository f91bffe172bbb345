/** Small words that its neighbours do not share: French and Portuguese are not taken for Spanish. */
const SPANISH = new Set("el los las del y una con su sus este esta pero muy lo más está también sobre cuando sin cadera".split(" "));
const ENGLISH = new Set(
  "the of and is are that with for your this was not you from have can our but they stem cells hip treatment".split(" "),
);

/** Enough of a page to know it by. */
const SAMPLE = 20_000;

/** Of the words of a text, small words of its language are at least this part. */
const LEAST = 0.05;

/** English, Spanish or neither, by the small words of a page; what the page declares decides only when they do not. */
export const languageOf = (text: string, declared?: string): "en" | "es" | "unknown" => {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  const spanish = words.filter((word) => SPANISH.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (english > spanish * 1.5 && english >= words.length * LEAST) return "en";
  if (spanish > english * 1.5 && spanish >= words.length * LEAST) return "es";
  const code = declared?.slice(0, 2).toLowerCase();
  return code === "en" || code === "es" ? code : "unknown";
};
