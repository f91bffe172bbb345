import { catalog } from "@calcar/catalog/testing";
import type { PlainDate } from "@calcar/vocabulary";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { pageOfText, type TextFormat } from "../page/page-of-text.ts";
import { checkPage } from "./check-page.ts";

const TODAY = "2026-11-21" as PlainDate;
const FORMATS: readonly TextFormat[] = ["text", "markdown", "html"];
const SHORT = 25_000; // characters
const TIMES = 8;

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const check = (text: string, format: TextFormat) => checkPage(pageOfText(text, format), catalog, { today: TODAY });

/** What of this process alone, however busy the machine. */
function cpuMs(work: () => unknown): number {
  const begun = process.cpuUsage();
  work();
  return process.cpuUsage(begun).user / 1000;
}

const STUDY =
  "1. Gangji V, Hauzeur JP. Autologous bone marrow cell implantation in the treatment of non-traumatic osteonecrosis of the femoral head. Bone. 2011;49:1005-9.";

/** What a page is made of from end to end, and what stands before and after it. */
const HOSTILE: Readonly<Record<string, readonly [unit: string, before?: string, after?: string]>> = {
  "a sentence without end": ["stem cells cure arthritis and rebuild cartilage with no risk at all "],
  "words without a space": ["stem-cells-cure-hips,"],
  "letters without a space": ["x"],
  cues: ["not no never without may might if unlike "],
  "quotations never closed": ["“cells cure “"],
  "quotations in one sentence": ['{"claim":"cells cure"},'],
  "short quotations in short sentences": ['"Cells cure." '],
  questions: ["Do cells cure? "],
  "empty paragraphs": ["a\n\n"],
  "table rows": ["| a | b |\n"],
  "a citation in each sentence": ["Gangji et al. (2011) showed that cells cure hips. "],
  "a name in each sentence that a list of references holds": [
    "Gangji et al. (2011) cured. ",
    "",
    `\n\n# References\n\n${STUDY}\n\n${STUDY}`,
  ],
  "one citation and a long tale": ["The cells cured the hip without any harm. ", "Gangji et al. (2011) treated 18 hips. "],
  "one reference and notes without a stop": ["Summary: the cells cured all\n\n", `# References\n\n${STUDY}\n\n`],
  references: [`${STUDY}\n\n`, "# References\n\n"],
  "comments that allow": ["<!-- calcar-allow no-risk-claim: x -->\n\n"],
  "comments that allow within one line": ["cells cure <!-- calcar-allow cure-claim: x --> "],
  "comments opened and closed once": ["<!-- calcar-allow ", "", "-->"],
  "tags opened": ["<div><p>a"],
  "tables in tables": ["<table><tr><td>a"],
  "tags crossed": ["<b><i>a</b></i>"],
  attributes: ["b=c ", "<a ", ">a</a>"],
  entities: ["&amp;&#x41"],
  "structured data": ['{"description":"cells cure"},', '<script type="application/ld+json">[', "{}]</script>"],
  "structured data nested": ["[", '<script type="application/ld+json">', "</script>"],
  "links to papers": ['<a href="https://doi.org/10.1016/j.bone.2011.07.017">cells cure</a> '],
};

beforeAll(() => {
  check(STUDY, "text"); // the rules are read once, whatever the page
});

describe("a page of nothing but", () => {
  it.each(Object.entries(HOSTILE))("%s is checked in time in step with its length", (_, [unit, before = "", after = ""]) => {
    for (const format of FORMATS) {
      const page = (length: number) => `${before}${filled(unit, length)}${after}`;
      const time = (length: number) => cpuMs(() => check(page(length), format));
      time(SHORT);
      const short = Math.min(time(SHORT), time(SHORT));
      const long = time(SHORT * TIMES);
      if (long > TIMES * 4 * Math.max(short, 10)) expect(time(SHORT * TIMES)).toBeLessThan(TIMES * 4 * Math.max(short, 10));
    }
  });

  it("one sentence marks no more than the sentence, however many rules it breaks", () => {
    const text = filled(HOSTILE["a sentence without end"]![0], 200_000);
    const marked = check(text, "text").findings.reduce((sum, { start, end }) => sum + end - start, 0);
    expect(marked).toBeLessThan(text.length * 10);
  });
});

describe("a page put together from hostile pieces", () => {
  const piece = fc.constantFrom(
    ...Object.values(HOSTILE).flatMap((parts) => parts.filter((part) => part !== undefined)),
    "\u0000",
    "\ud800",
    "é̀́",
    "1.",
    "[1",
    "&#",
    "<!--",
    "```",
    "10.1016/",
    "- ",
    "# ",
    "\r",
  );
  const text = fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 30 })), { maxLength: 25 });

  it("is checked in bounded time, and every mark lies in the page and its source", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), (pieces, format) => {
        const source = pieces.map(([unit, times]) => unit.repeat(times)).join("");
        const page = pageOfText(source, format);
        let findings = check("", "text").findings;
        const ms = cpuMs(() => {
          findings = checkPage(page, catalog, { today: TODAY }).findings;
        });
        for (const { start, end, quote, source: place } of findings) {
          expect(page.text.slice(start, end)).toBe(quote);
          expect([place.start >= 0, place.end <= source.length, place.start < place.end]).toEqual([true, true, true]);
        }
        expect(ms).toBeLessThan(300 + source.length / 20);
      }),
      { numRuns: 150 },
    );
  });
});
