/** Small words that only one of the two languages uses. */
const SPANISH = new Set(
  "el los las una del que con para por más está son como pero sus también sobre cuando células madre cadera tratamiento".split(" "),
);
const ENGLISH = new Set(
  "the of and is are that with for your this was not you from have can our but they stem cells hip treatment".split(" "),
);

/** Enough of a page to know it by. */
const SAMPLE = 20_000;

/** English, Spanish or neither, by the small words of a page; what the page declares decides only when they do not. */
export const languageOf = (text: string, declared?: string): "en" | "es" | "unknown" => {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  const spanish = words.filter((word) => SPANISH.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (english > spanish * 1.5) return "en";
  if (spanish > english * 1.5) return "es";
  const code = declared?.slice(0, 2).toLowerCase();
  return code === "en" || code === "es" ? code : "unknown";
};
