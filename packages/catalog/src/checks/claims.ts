import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** Patterns, cues and companions speak of words that exist, rules of questions, and provisions of rules. */
export function checkClaims({
  claimWords,
  claimCues,
  claimConditions,
  claimOutcomes,
  claims,
  provisions,
  questions,
  studies,
}: Parsed): Finding[] {
  const words = new Set(claimWords.map(({ value }) => value.id));
  const asked = new Set(questions.map(({ value }) => value.id));
  return [
    ...[...claimWords, ...claimCues, ...claimConditions, ...claimOutcomes, ...claims].flatMap(({ file, value }) =>
      named(value).flatMap(({ id, at }) => (words.has(id) ? [] : [{ file, at, ...unknown("words", id, "knowledge/claim-words") }])),
    ),
    ...studies.flatMap(({ file, value: { misreadings = [] } }) =>
      named({ misreadings }).flatMap(({ id, at }) =>
        words.has(id) ? [] : [{ file, at, ...unknown("words", id, "knowledge/claim-words") }],
      ),
    ),
    ...claims.flatMap(({ file, value: { question } }) =>
      question === undefined || asked.has(question)
        ? []
        : [{ file, at: ["question"], ...unknown("question", question, "knowledge/questions") }],
    ),
    ...claims.flatMap(({ file, value }) =>
      value.kind === "absence" ? strangers(value.orBreaks ?? [], claims, { file, key: "orBreaks" }) : [],
    ),
    ...claims.flatMap(({ file, value }) => strangers(value.yieldsTo ?? [], claims, { file, key: "yieldsTo" })),
    ...provisions.flatMap(({ file, value: { addresses } }) => strangers(addresses, claims, { file, key: "addresses" })),
  ];
}

interface List {
  readonly file: string;
  readonly key: string;
}

const strangers = (ids: readonly string[], claims: Parsed["claims"], { file, key }: List): Finding[] =>
  ids.flatMap((id, i) =>
    claims.some(({ value }) => value.id === id) ? [] : [{ file, at: [key, i], ...unknown("rule", id, "knowledge/claims") }],
  );

interface Named {
  readonly id: string;
  readonly at: At;
}

const KEYS = ["includes", "words", "not", "onlyWith", "unlessWith"];

/** Ids of words anywhere in a file: in the lists that hold them, and as `<id>` in phrases and patterns. */
function named(value: unknown, at: At = []): Named[] {
  if (typeof value === "string") return [...value.matchAll(/<([a-z0-9-]+)>/g)].map(([, id]) => ({ id: id!, at }));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...at, Array.isArray(value) ? Number(key) : key];
    const listed = KEYS.includes(key) && Array.isArray(inner);
    return listed ? inner.map((id, i) => ({ id: String(id), at: [...here, i] })) : named(inner, here);
  });
}

const unknown = (what: string, id: string, folder: string) => ({
  problem: `${what} ${id} ${what === "words" ? "are" : "is"} not in ${folder}`,
  expected: `the id of a file in ${folder}`,
});
