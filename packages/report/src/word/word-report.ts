import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { picture } from "../figure/picture.ts";
import type { Figure, Part, Report, Section, Tone } from "../report.ts";
import { WORD_STYLES } from "./word-style.ts";
import { wordTable } from "./word-table.ts";

const MARGIN = 1_020; // twentieths of a point: 18 mm
const PAGE = { width: 11_906, height: 16_838 } as const; // A4
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const TEXT_PIXELS = TEXT_WIDTH / 15; // Word counts 96 to the inch
const SHARPNESS = 3; // pixels of the picture for each of the drawing: more than 350 to the inch on paper
const STYLES: Readonly<Record<Tone, string>> = { plain: "Normal", answer: "Answer", warning: "Warning", about: "About" };

/**
 * A report as a Word file: real headings, lists and tables, the figure as a picture with its text alternative.
 *
 * @returns the bytes of a .docx file
 */
export async function wordReport(report: Report): Promise<Uint8Array> {
  const children = [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(report.title)] })];
  const sections = await Promise.all(report.sections.map(sectionParts));
  const file = new Document({
    title: report.title,
    subject: `Evidence of question ${report.question}`,
    creator: "Calcar",
    styles: WORD_STYLES,
    numbering: {
      config: [
        {
          reference: "points",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "\u2022",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 220 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: { default: footerOf(report) },
        children: [...children, ...sections.flat()],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function footerOf({ question, knowledge }: Report): Footer {
  const text = `Calcar, question ${question}, knowledge ${knowledge}. Page `;
  return new Footer({
    children: [
      new Paragraph({ style: "About", children: [new TextRun({ children: [text, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })] }),
    ],
  });
}

async function sectionParts({ heading, parts }: Section): Promise<FileChild[]> {
  const head = heading === undefined ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heading)] })];
  const content = await Promise.all(parts.map(wordPart));
  return [...head, ...content.flat()];
}

async function wordPart(part: Part): Promise<FileChild[]> {
  switch (part.kind) {
    case "paragraph":
      return [new Paragraph({ style: STYLES[part.tone], children: [new TextRun(part.text)] })];
    case "list":
      return part.texts.map((text) => new Paragraph({ numbering: { reference: "points", level: 0 }, children: [new TextRun(text)] }));
    case "table":
      return [
        new Paragraph({ style: "TableCaption", children: [new TextRun(part.caption)] }),
        wordTable(part, TEXT_WIDTH),
        new Paragraph({ style: "TableText" }), // Word joins two tables that nothing stands between
      ];
    case "figure":
      return [await wordFigure(part)];
  }
}

async function wordFigure({ svg, size: [width, height], title, description }: Figure): Promise<Paragraph> {
  const image = new ImageRun({
    type: "png",
    data: await picture(svg, SHARPNESS),
    transformation: { width: TEXT_PIXELS, height: (TEXT_PIXELS * height) / width },
    altText: { name: "Figure", title, description },
  });
  return new Paragraph({ children: [image] });
}
