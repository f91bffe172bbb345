import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { digest, shortVersion } from "./digest.ts";

const file = fc.record({ path: fc.stringMatching(/^[a-z/]{1,8}$/), bytes: fc.uint8Array({ maxLength: 12 }) });
const files = fc.uniqueArray(file, { selector: ({ path }) => path, minLength: 1, maxLength: 5 });

it("is the SHA-256 of lengths, paths and bytes in the order of the paths", () => {
  const expected = createHash("sha256").update("1:a:2:hi1:b:0:").digest("hex");
  const given = [
    { path: "b", bytes: new Uint8Array() },
    { path: "a", bytes: Buffer.from("hi") },
  ];
  expect(digest(given)).toBe(expected);
  expect(shortVersion(expected)).toHaveLength(16);
});

it("changes with any byte of any file", () => {
  fc.assert(
    fc.property(files, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, at, by) => {
      const target = list[at % list.length]!;
      fc.pre(target.bytes.length > 0);
      const bytes = target.bytes.with(at % target.bytes.length, target.bytes[at % target.bytes.length]! ^ by);
      expect(digest(list.map((each) => (each === target ? { ...each, bytes } : each)))).not.toBe(digest(list));
    }),
  );
});

it("changes when a file is renamed, added, left out or a byte moves to its neighbour", () => {
  fc.assert(
    fc.property(files, (list) => {
      const [first, ...rest] = list;
      const base = digest(list);
      expect(digest(rest)).not.toBe(base);
      expect(digest([{ ...first!, path: `${first!.path}x` }, ...rest])).not.toBe(base);
      const split = { path: first!.path, bytes: first!.bytes.slice(0, -1) };
      if (first!.bytes.length > 0) expect(digest([split, { path: "~", bytes: first!.bytes.slice(-1) }, ...rest])).not.toBe(base);
    }),
  );
});

it("does not depend on the order in which files are listed", () => {
  fc.assert(fc.property(files, (list) => digest(list) === digest([...list].reverse())));
});
