import type { Catalog, Localised, Source } from "@calcar/catalog";
import { allOf, htmlReport, lintJson, pdfReport, sarif } from "@calcar/claims";
import type { CheckedText, CheckQuery, CheckReport } from "@calcar/contract";
import type { PlainDate } from "@calcar/vocabulary";
import type { FastifyReply } from "fastify";
import type { CheckedSent } from "./check-sent.ts";

/** What the ids in a check stand for: what each rule that found something says, and every source that is cited. */
export interface CheckNames {
  readonly rules: Readonly<Record<string, Localised>>;
  readonly sources: Readonly<Record<string, Source>>;
}

/** A check with all that showing it takes: the page, what was found, by what knowledge and on which day. */
export interface ShownCheck extends CheckedSent {
  readonly names: CheckNames;
  readonly knowledge: string;
  readonly checkedOn: PlainDate;
}

export function namesIn(catalog: Catalog, checked: CheckedSent["checked"]): CheckNames {
  const findings = allOf(checked);
  const found = new Set(findings.map(({ rule }) => rule));
  const cited = new Set(findings.flatMap(({ sources, law }) => [...sources, ...law.map(({ source }) => source)]));
  return {
    rules: Object.fromEntries(catalog.claims.flatMap(({ id, says }) => (found.has(id) ? [[id, says]] : []))),
    sources: Object.fromEntries(
      [...cited].flatMap((id) => {
        const source = catalog.sources.get(id);
        return source ? [[id, source]] : [];
      }),
    ),
  };
}

/** A check with the names that the knowledge of today gives its rules and sources. */
export const shownNow = (catalog: Catalog, sent: CheckedSent, today: PlainDate): ShownCheck => ({
  ...sent,
  names: namesIn(catalog, sent.checked),
  knowledge: catalog.version,
  checkedOn: today,
});

const sourcesOf = ({ names }: ShownCheck) => new Map(Object.entries(names.sources));

/** A report as it goes over the wire. */
export const reportOf = (check: ShownCheck, language: "en" | "es"): CheckReport =>
  lintJson({ knowledge: check.knowledge, sources: sourcesOf(check), language, today: check.checkedOn }, [check]) as unknown as CheckReport;

/** A report with what a page of ours shows beside it: the text that was read, and the sources and rules by their ids. */
export function checkedText(check: ShownCheck, language: "en" | "es"): CheckedText {
  const { page, checked, names } = check;
  return {
    report: reportOf(check, language),
    text: page.text,
    language: page.language,
    places: checked.findings.map(({ start, end }) => ({ start, end })),
    headings: page.blocks.flatMap(({ layout, start, end, level = 2 }) => (layout === "heading" ? [{ start, end, level }] : [])),
    sentences: page.sentences.map(({ start, end }) => ({ start, end })),
    rules: names.rules,
    sources: names.sources,
  };
}

type FileFormat = Exclude<CheckQuery["format"], "json" | "page">;

export interface FileWish {
  readonly format: FileFormat;
  readonly language: "en" | "es";
}

const TYPE = {
  sarif: "application/sarif+json",
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
} as const satisfies Record<FileFormat, string>;

/** Sends the findings as a file. Words of a stranger's page are never opened as a page of this address. */
export const sendFile = (reply: FastifyReply, file: Uint8Array, { format }: FileWish): FastifyReply =>
  reply.type(TYPE[format]).header("content-disposition", `attachment; filename="findings.${format}"`).send(Buffer.from(file));

/** Sends findings that are written already. */
export const sendFindings = (reply: FastifyReply, bytes: Uint8Array, { format, language }: Pick<CheckQuery, "format" | "language">) =>
  format === "json" || format === "page"
    ? reply.type("application/json; charset=utf-8").send(Buffer.from(bytes))
    : sendFile(reply, bytes, { format, language });

/** The findings as a file. */
export const writeFile = async (catalog: Catalog, check: ShownCheck, { format, language }: FileWish): Promise<Uint8Array> =>
  WRITE[format](catalog, check, language);

type Write = (catalog: Catalog, check: ShownCheck, language: "en" | "es") => Uint8Array | Promise<Uint8Array>;

const WRITE: Readonly<Record<FileFormat, Write>> = {
  sarif: (catalog, check) =>
    Buffer.from(
      `${JSON.stringify(sarif({ claims: catalog.claims, version: check.knowledge, sources: sourcesOf(check) }, [check]), null, 2)}\n`,
    ),
  html: (_catalog, check, language) => Buffer.from(htmlReport(printed(check, language))),
  pdf: (_catalog, check, language) => pdfReport(printed(check, language)),
};

const printed = (check: ShownCheck, language: "en" | "es") => ({
  pages: [check],
  failures: [],
  knowledge: check.knowledge,
  sources: sourcesOf(check),
  today: check.checkedOn,
  language,
});
