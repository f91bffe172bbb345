import { ENGLISH } from "@calcar/figures";
import { createIntl } from "react-intl";
import { expect, it } from "vitest";
import { english } from "../messages/testing.ts";
import { figureWords } from "./figure-words.ts";

it("gives a figure every text it has, with the places it fills itself left open", () => {
  const intl = createIntl({ locale: "en", messages: english });
  expect(figureWords(ENGLISH, intl)).toEqual(ENGLISH);
});

it("keeps no text that no figure has", () => {
  const texts = Object.keys(english).filter((key) => key.startsWith("plot."));
  expect(texts.filter((key) => !(key.slice("plot.".length) in ENGLISH))).toEqual([]);
});
