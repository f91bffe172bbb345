import { describe, expect, it } from "vitest";
import { pageOfText } from "../page-of-text.ts";
import { isUnread, tellingOf } from "./unread-language.ts";

const FRENCH = "Les cellules souches ne sont pas un traitement pour la hanche, et les médecins qui les donnent le savent.";
const GERMAN = "Die Zellen werden in das Gelenk gespritzt, und die Arthrose ist nach einem Jahr nicht geheilt.";
const JAPANESE = "幹細胞は股関節の変形性関節症を治します。手術は必要ありません。";
const ENGLISH = "The cells are injected into the hip, and nobody knows what they do there.";
const SPANISH = "Las células se inyectan en la cadera y no se sabe lo que hacen en ella.";

describe("the language of a text", () => {
  it.each([
    FRENCH,
    GERMAN,
    JAPANESE,
    "O tratamento com células para o quadril não é seguro, e os médicos que o fazem sabem disso.",
    "Le cellule staminali non sono una cura per l'anca, e i medici che le usano lo sanno.",
    "De cellen worden in het gewricht gespoten, en niemand weet wat zij daar doen voor de heup.",
    "Стволовые клетки лечат артроз.",
    "الخلايا الجذعية تعالج التهاب المفاصل",
    "Komórki nie są lekiem na biodro, a lekarze o tym wiedzą, że nie jest to leczenie dla nich.",
  ])("is seen to be none that is read: %s", (text) => expect(isUnread(tellingOf(text))).toBe(true));

  it.each([
    ENGLISH,
    SPANISH,
    "Stem cell therapy.",
    "The pain (α = 0.05) fell.",
    "Dr. van der Berg and the team des Hôpitaux de Paris treat the hip.",
    "Sin cirugía.",
  ])("is seen to be one that is read: %s", (text) => expect(isUnread(tellingOf(text))).toBe(false));

  it.each(["", "Xyzzy.", "Bonjour", "MRI 2019; 38(2): 12", "Heilung"])("is not told by too little: %j", (text) =>
    expect(isUnread(tellingOf(text))).toBeUndefined(),
  );
});

describe("a page in another language", () => {
  it("is told to be unread, and none of its sentences is checked", () => {
    const page = pageOfText(`${FRENCH}\n\n${FRENCH} ${GERMAN}\n\nUne cure\n`);
    expect(page.sentences).toEqual([]);
    expect(page.language).toBe("unknown");
    expect(page.warnings).toEqual([{ code: "language-unread", detail: "4/4" }]);
  });

  it("is checked where it is in English or Spanish", () => {
    const { sentences, warnings, text } = pageOfText(`${FRENCH}\n\n${ENGLISH}\n\n${GERMAN} ${FRENCH}\n`);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([ENGLISH]);
    expect(warnings).toEqual([{ code: "language-unread", detail: "3/4" }]);
  });

  it("is told in part where most of it is read", () => {
    const page = pageOfText(`${ENGLISH}\n\n${SPANISH} ${SPANISH}\n\n${JAPANESE}\n`);
    expect(page.sentences).toHaveLength(3);
    expect(page.warnings).toMatchObject([{ code: "language-unread-in-part" }]);
  });

  it.each([ENGLISH, SPANISH, "Xyzzy.", "Stem cells cure!"])("is none: %s", (text) => expect(pageOfText(text).warnings).toEqual([]));

  it("keeps its references, in whatever language", () => {
    const reference = "1. Haro M, Lund P. Die Zellen und die Hüfte: was ist das und wie wird es. Bone. 2014;38(2):12-19. doi:10.1000/x";
    expect(pageOfText(`${ENGLISH}\n\n${reference}`).warnings).toEqual([]);
  });
});
