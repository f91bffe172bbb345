import type { Study } from "@calcar/catalog";

const counted = new WeakMap<Study, ReadonlySet<number>>();

/** Every whole number that the record of a study holds anywhere: a page that gives one of them is not accused of another. */
export function countsOf(study: Study): ReadonlySet<number> {
  const known = counted.get(study);
  if (known) return known;
  const { id: _, year: __, stillValidOn: ___, misreadings, discrepancies, citation, ...record } = study;
  const numbers = new Set([...JSON.stringify(record).matchAll(/(?<![\d.])\d+(?![\d.]*\d)/g)].map(([digits]) => Number(digits)));
  counted.set(study, numbers);
  return numbers;
}

/** How many were studied: all, in each arm, and in each outcome. */
export function sizesOf({ patients, hips, arms, outcomes }: Study): ReadonlySet<number> {
  const counted = outcomes.flatMap((outcome) => [
    outcome.type === "events" ? outcome.total : outcome.n,
    outcome.type === "reported" && outcome.measure === "count" && typeof outcome.value === "number" ? outcome.value : undefined,
  ]);
  return new Set([patients, hips, ...arms.flatMap((arm) => [arm.patients, arm.hips]), ...counted].filter((count) => count !== undefined));
}

const counting = (words: string, from: number) => words.split(" ").map((word, i) => [word, i + from] as const);
const WORDS = new Map([
  ...counting(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    2,
  ),
  ...counting(
    "tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte",
    3,
  ),
]);
const TENS = new Map("twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, (i + 2) * 10]));

/** "15", "1,200", "fifteen", "forty-two" as a number; undefined when it is none. */
export function countIn(words: string): number | undefined {
  const plain = words.toLowerCase();
  if (/^\d{1,3}(?:,\d{3})*$|^\d{1,5}$/.test(plain)) return Number(plain.replaceAll(",", ""));
  const [tens, ones] = plain.split(/[\s-]/);
  if (ones !== undefined) return TENS.has(tens!) && WORDS.has(ones) ? TENS.get(tens!)! + WORDS.get(ones)! : undefined;
  return WORDS.get(plain) ?? TENS.get(plain);
}
