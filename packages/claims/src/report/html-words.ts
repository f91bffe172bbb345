import type { Localised, Severity } from "@calcar/catalog";
import type { Balance } from "../engine/lint.ts";
import { isWary } from "../engine/stance.ts";
import type { Suppression } from "./check-page.ts";

export type ReportLanguage = "en" | "es";

/** Text that knowledge holds in some languages; English is never missing. */
export const inLanguage = (text: Localised, language: ReportLanguage): string => text[language] ?? text.en;

/** Why a finding is let stand: in the words of whoever decided it, or in ours. */
export const reasonOf = (why: Suppression, language: ReportLanguage): string =>
  why.by === "caution" ? HTML_WORDS[language][isWary(why) ? "wary" : "caution"](why) : why.reason;

const counted = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;

type Words = Readonly<
  Record<
    "title" | "means" | "notRead" | "suppressed" | "page" | "whole" | "inPage" | "secondary" | "law" | "evidence" | "instead" | "sources",
    string
  >
> & {
  readonly findings: (count: number) => string;
  readonly pages: (count: number) => string;
  readonly among: (sentences: number) => string; // what the findings are out of
  readonly checked: (day: string, knowledge: string) => string;
  readonly unprinted: (letters: number) => string;
  readonly cut: (printed: number, characters: number) => string;
  readonly by: Readonly<Record<Suppression["by"], string>>;
  readonly caution: (balance: Balance) => string;
  readonly wary: (balance: Balance) => string;
  readonly applies: (only: string) => string;
  readonly footer: (page: number, pages: number) => string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly counts: Readonly<Record<Severity, (count: number) => string>>;
};

/** What the report says in its own words. */
export const HTML_WORDS: Readonly<Record<ReportLanguage, Words>> = {
  en: {
    title: "Claims that no evidence bears",
    means: "A finding is about a sentence, not about a person. No finding does not mean that the page is right.",
    notRead: "was not read",
    suppressed: "suppressed",
    page: "The page with its marks",
    whole: "the page as a whole; it first sells here",
    inPage: "in the page",
    secondary: "It was read in another text about it.",
    law: "Law and codes",
    evidence: "Evidence",
    instead: "Instead",
    sources: "Sources",
    findings: counted("finding", "findings"),
    pages: (count) => `in ${counted("page", "pages")(count)}`,
    among: (sentences) => `in ${counted("sentence", "sentences")(sentences)} read`,
    unprinted: (letters) => `${counted("letter is", "letters are")(letters)} printed as ?, because the typeface does not have them.`,
    cut: (printed, characters) => `Only the first ${printed} of ${characters} characters are printed here; every finding is above.`,
    by: { comment: "by a comment in the page", baseline: "by the baseline", caution: "on a careful page" },
    caution: ({ cautions, claims }) =>
      `${cautions} sentences of this page hold back, more than the ${counted("finding", "findings")(claims)} on its sentences; on such a page a warning is more often a misreading than a claim.`,
    wary: ({ wary, seller }) =>
      `This page speaks as those who warn or weigh evidence do: ${counted("such word", "such words")(wary)}, and ${seller} of sellers; on such a page a finding is more often a misreading than a claim, unless two are grave.`,
    applies: (only) => `Applies ${only}.`,
    footer: (page, pages) => `Calcar · ${page} of ${pages}`,
    checked: (day, knowledge) => `Checked ${day} against knowledge ${knowledge}.`,
    severity: { error: "error", warning: "warning", info: "remark" },
    counts: { error: counted("error", "errors"), warning: counted("warning", "warnings"), info: counted("remark", "remarks") },
  },
  es: {
    title: "Afirmaciones sin respaldo en la evidencia",
    means: "Un hallazgo trata de una frase, no de una persona. Que no haya hallazgos no significa que la página sea correcta.",
    notRead: "no se leyó",
    suppressed: "no marcados",
    page: "La página con sus marcas",
    whole: "la página entera; ofrece por primera vez aquí",
    inPage: "en la página",
    secondary: "Se leyó en otro texto sobre ello.",
    law: "Leyes y códigos",
    evidence: "Evidencia",
    instead: "En su lugar",
    sources: "Fuentes",
    findings: counted("hallazgo", "hallazgos"),
    pages: (count) => `en ${counted("página", "páginas")(count)}`,
    among: (sentences) => `en ${counted("frase leída", "frases leídas")(sentences)}`,
    unprinted: (letters) => `${counted("letra se imprime", "letras se imprimen")(letters)} como ?, porque la tipografía no las tiene.`,
    cut: (printed, characters) =>
      `Aquí se imprimen solo los primeros ${printed} de ${characters} caracteres; todos los hallazgos están arriba.`,
    by: { comment: "por un comentario de la página", baseline: "por la línea de base", caution: "en una página prudente" },
    caution: ({ cautions, claims }) =>
      `${cautions} frases de esta página se contienen, y sobre sus frases hay ${counted("hallazgo", "hallazgos")(claims)}, menos que esas; en una página así, una advertencia suele ser una mala lectura.`,
    wary: ({ wary, seller }) =>
      `Esta página habla como quien advierte o sopesa la evidencia: ${counted("palabra así", "palabras así")(wary)}, y ${seller} de quien vende; en una página así, un hallazgo suele ser una mala lectura, salvo que dos sean graves.`,
    applies: (only) => `Se aplica ${only}.`,
    footer: (page, pages) => `Calcar · ${page} de ${pages}`,
    checked: (day, knowledge) => `Revisado el ${day} con el conocimiento ${knowledge}.`,
    severity: { error: "error", warning: "advertencia", info: "observación" },
    counts: {
      error: counted("error", "errores"),
      warning: counted("advertencia", "advertencias"),
      info: counted("observación", "observaciones"),
    },
  },
};
