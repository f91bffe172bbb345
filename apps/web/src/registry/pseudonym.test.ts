import { Hip } from "@calcar/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { isPseudonym } from "./pseudonym.ts";

it("takes exactly what the wire format takes", () => {
  const typed = fc.oneof(fc.string({ maxLength: 30 }), fc.stringMatching(/^[ A-Za-z0-9-]{0,27}$/));
  fc.assert(
    fc.property(typed, (text) => {
      expect(isPseudonym(text)).toBe(Hip.shape.pseudonym.safeParse(text).success);
    }),
  );
});

it.each(["Ana Maria", "J", "Müller", "1960/04/02"])("refuses %s", (text) => expect(isPseudonym(text)).toBe(false));
