import { IntlMessageFormat } from "intl-messageformat";
import { expect, it } from "vitest";
import es from "./es.json" with { type: "json" };
import { english as en } from "./testing.ts";
import { textsIn, textsOf } from "./texts-in-source.ts";

const sources = textsIn(new URL("..", import.meta.url).pathname);
const keys = Object.keys(en);

it("knows a text that bypasses the catalogue when it sees one", () => {
  const source = '<p title="Hello">Good day {t("a.b")} <b aria-label={t("c")}>{"Again"}</b> · 1</p>';
  expect(textsOf("x.tsx", source).bypassing).toEqual(["Hello", "Good day", "Again"]);
});

it("lets no visible text bypass the catalogue", () => {
  const found = sources.flatMap(({ file, bypassing }) => bypassing.map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

it("uses every text of the catalogue", () => {
  const literals = new Set(sources.flatMap((source) => source.literals));
  const templates = sources.flatMap((source) => source.templates).filter(({ source }) => source !== "^.+$" && source.includes("\\."));
  expect(keys.filter((key) => !literals.has(key) && !templates.some((template) => template.test(key)))).toEqual([]);
});

it("has a text for every key that looks like one in the source", () => {
  const areas = new Set(keys.map((key) => key.split(".")[0]!));
  const looksLikeKey = (text: string): boolean => /^[a-zA-Z]+(?:\.[\w-]+)+$/.test(text) && areas.has(text.split(".")[0]!);
  const used = sources.flatMap(({ file, literals }) => literals.filter(looksLikeKey).map((key) => [file, key] as const));
  expect(used.filter(([, key]) => !(key in en) && !/\.(?:tsx?|css|json|csv|svg)$/.test(key))).toEqual([]);
});

it("reads every text of both languages as a message", () => {
  for (const [locale, texts] of [
    ["en", en],
    ["es", es],
  ] as const)
    for (const [key, text] of Object.entries(texts)) expect(() => new IntlMessageFormat(text, locale), key).not.toThrow();
});

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names of the values that a message takes, at any depth. */
const valuesOf = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => {
    const own = "value" in element && element.type !== 0 && element.type !== 8 ? [element.value] : [];
    const branches = "options" in element ? Object.values(element.options).flatMap((branch) => valuesOf(branch.value)) : [];
    const inside = "children" in element ? valuesOf(element.children) : [];
    return [...own, ...branches, ...inside];
  });
const valuesIn = (text: string, locale: string) => [...new Set(valuesOf(new IntlMessageFormat(text, locale).getAst()))].sort();

it("translates nothing that does not exist, and drops no value on the way", () => {
  for (const [key, text] of Object.entries(es)) {
    expect(Object.hasOwn(en, key), key).toBe(true);
    expect(valuesIn(text, "es"), key).toEqual(valuesIn(en[key as keyof typeof en], "en"));
  }
});

it.each([
  "nav",
  "shell",
  "theme",
  "language",
  "signIn",
  "signOut",
  "overview",
  "hip",
  "answerName",
  "refusal",
  "failure",
  "notFound",
  "instruments",
  "claims",
  "library",
  "plot",
])("is whole in Spanish in the area %s", (area) => {
  expect(keys.filter((key) => key.startsWith(`${area}.`) && !(key in es))).toEqual([]);
});
