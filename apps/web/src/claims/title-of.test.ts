import { expect, it } from "vitest";
import { titleOf } from "./title-of.ts";

const pasted = { id: "1", text: "" };

it("takes the first heading, else the first line, else the name of the file", () => {
  expect(titleOf(pasted, { text: "Menu\nStem  cells", headings: [{ start: 5, end: 16, level: 1 }] })).toBe("Stem cells");
  expect(titleOf(pasted, { text: "\n\n First line.\nMore.", headings: [] })).toBe("First line.");
  expect(titleOf({ id: "1", name: "page.html", file: new File([], "page.html") }, { text: "", headings: [] })).toBe("page.html");
});

it("is never longer than the library takes", () => expect(titleOf(pasted, { text: "x".repeat(300), headings: [] })).toHaveLength(200));
