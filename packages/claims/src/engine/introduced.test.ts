import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { lint } from "./lint.ts";
import { smallClaims } from "./small-claims.ts";

const knowledge = smallClaims({
  words: { treatment: ["stem cell/n"], "own-voice": ["our", "we", "ours"] },
  cues: [
    { id: "no", excuse: "negation", reach: "after", en: ["instead of", "not"] },
    { id: "promise", excuse: "distance", reach: "rest", en: ["clinics promise", "clinic promises"] },
    { id: "myth", excuse: "myth", reach: "rest", en: ["myth", "myths about"] },
    { id: "uncontrolled", excuse: "limits", reach: "sentence", en: ["uncontrolled"] },
    { id: "rejects", excuse: "myth", reach: "previous", en: ["this is not true"] },
  ],
  rules: [{ id: "works", kind: "phrase", excusedBy: ["negation", "distance", "myth", "limits"], patterns: ["relieve/v pain", "cure/v"] }],
});
const found = (text: string) => lint(pageOfText(text), knowledge).map(({ quote }) => quote);

describe("an introduction", () => {
  it.each([
    ["a list", "Some clinics promise:\n\n- cells relieve pain\n- cells cure"],
    ["items of several sentences", "Some clinics promise:\n\n- Cells relieve pain. They cure."],
    ["a list by its negation, whoever denies it", "We do not claim that our cells:\n\n- cure"],
    ["what stands below", "What clinics promise:\n\nCells relieve pain. They cure."],
    ["a list under a heading", "# Myths about cells\n\n- cells cure\n- cells relieve pain"],
    ["what stands under a heading that is all cue", "# Myth\n\nCells cure."],
    ["the cells of its column", "| Myth | Fact |\n|---|---|\n| Cells cure | Nobody knows |"],
    ["what answers a question about others", "What do clinics promise?\n\nCells relieve pain."],
    ["a list, whoever warns of it", "We warn of what clinics promise:\n\n- cells cure"],
  ])("excuses %s", (_, text) => expect(found(text)).toEqual([]));

  it.each([
    ["the column beside it", "| Myth | Fact |\n|---|---|\n| Nobody knows | Cells cure |", ["Cells cure"]],
    ["what the seller brings forward", "Unlike what clinics promise, our cells:\n\n- cure", ["cure"]],
    ["what the seller promises", "Our clinic promises:\n\n- cells cure", ["cells cure"]],
    ["the text under a heading of many words", "# Myths about cells\n\nOur cells cure.", ["Our cells cure."]],
    ["a list under a heading by its negation", "# Instead of surgery\n\n- cells cure", ["cells cure"]],
    ["what follows the list", "Clinics promise:\n\n- cells cure\n\nCells relieve pain.", ["Cells relieve pain."]],
    ["the seller's own answer", "What do clinics promise?\n\nOurs cure.", ["Ours cure."]],
    ["by what only limits its own sentence", "The uncontrolled series shows:\n\n- cells cure", ["cells cure"]],
  ])("does not excuse %s", (_, text, left) => expect(found(text)).toEqual(left));
});

describe("a rejection", () => {
  it.each(["Cells cure. This is not true.", '"Cells cure."\n\nThis is not true.', "Cells cure. But this is not true."])(
    "excuses the sentence before it: %s",
    (text) => expect(found(text)).toEqual([]),
  );

  it("excuses neither its own sentence, nor one further away, nor from within", () => {
    expect(found("Nothing helps. This is not true: cells cure.")).toEqual(["This is not true: cells cure."]);
    expect(found("Cells cure. They are cheap. This is not true.")).toEqual(["Cells cure."]);
    expect(found("Cells cure. Surgeons say that this is not true.")).toEqual(["Cells cure."]);
  });
});
