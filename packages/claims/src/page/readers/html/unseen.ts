/** Why words that a page holds are not seen on it: their letters are as small as nothing, or they are faint or far away. */
export type Unseen = "small" | "off";

const LONGEST = 2000;
const NOTHING = /^[+-]?0*(?:\.0+)?(?:px|pt|r?em|%)?$/;
const NO_SIZE = /(?:^|\s)0(?:px|pt|r?em)?(?:\s*\/|\s)/; // of "font: 0/0 a"
const RELATIVE = /%$|[\d.]em$|^(?:inherit|larger|smaller)$/;
const FAR = /^-(\d{1,9}(?:\.\d{1,9})?)(px|pt|r?em)$/;
const FARTHEST_PX = 1000;
const PX_OF_EM = 16;
const MOVING = new Set(["left", "right", "top", "text-indent", "margin-left"]);

/** What fades in as the page is scrolled, or slides by, is meant to be read. */
const FADES_IN = /(?:^|;)\s{0,9}(?:transform|transition|animation|will-change)/i;
const SLIDES = /slid|slick|carousel|swiper|track/i;

const isFar = (value: string): boolean => {
  const [, number = "0", unit] = FAR.exec(value) ?? [];
  return Number(number) * (unit === "px" || unit === "pt" ? 1 : PX_OF_EM) >= FARTHEST_PX;
};

/** Letters as small as nothing stay so in what is measured by them, until a part sets a size of its own. */
const sizeIn = (name: string, value: string, around: Unseen | undefined): Unseen | undefined => {
  if (name === "font" ? NO_SIZE.test(value) : NOTHING.test(value)) return around ?? "small";
  return around === "small" && !RELATIVE.test(value) ? undefined : around;
};

/**
 * Whether the words in an element can be seen, as its inline style has it.
 *
 * @param around what holds around the element
 * @returns undefined when they can
 */
export const unseenIn = (style: string, className: string, around: Unseen | undefined): Unseen | undefined => {
  if (around === "off") return around;
  let unseen: Unseen | undefined = around;
  for (const declaration of style.slice(0, LONGEST).toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, Math.max(0, colon)).trim();
    const value = declaration
      .slice(colon + 1)
      .replace("!important", "")
      .trim();
    if (name === "opacity" && NOTHING.test(value) && !FADES_IN.test(style)) return "off";
    if (MOVING.has(name) && isFar(value) && !SLIDES.test(className)) return "off";
    if (name === "font-size" || name === "font") unseen = sizeIn(name, value, unseen);
  }
  return unseen;
};
