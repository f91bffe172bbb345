import ts from "typescript";
import { describe, expect, it } from "vitest";
import { tagged } from "./docstring-tags.ts";
import { type Made, madeRefusals } from "./made-refusals.ts";
import { namedRefusals } from "./named-refusals.ts";
import { knownSources, roomSources } from "./source-files.ts";

const parsed = (text: string) => ts.createSourceFile("room.ts", text, ts.ScriptTarget.Latest, true);
const namedIn = (within: ts.SourceFile | ts.FunctionDeclaration) =>
  tagged(within, "refuses").flatMap((tag) => namedRefusals(tag).map((refusal) => ({ refusal, at: tag.at })));
const rooms = [...roomSources()].map(([room, files]) => ({ room, files, made: madeRefusals(files), named: files.flatMap(namedIn) }));

describe("@source", () => {
  const known = knownSources();

  it.each(rooms)("names in $room only what has a file in knowledge/sources", ({ files }) => {
    const tags = files.flatMap((file) => tagged(file, "source"));
    const cited = tags.flatMap(({ text, at }) => text.split(/[\s,;]+/).map((id) => ({ id, at })));
    expect(cited.filter(({ id }) => !known.has(id)).map(({ id, at }) => `${at}: there is no knowledge/sources/${id}.yaml`)).toEqual([]);
  });

  it("is read to the end of the docstring, whatever stands between the ids", () => {
    const text = "/**\n * Words.\n * @source a-1999, b-2000\n *   c-2001; d-2002\n */\nconst x = '/** @source e */';";
    expect(tagged(parsed(text), "source")).toEqual([{ text: "a-1999, b-2000 c-2001; d-2002", at: "room.ts:3" }]);
  });
});

describe("@refuses", () => {
  it.each(rooms)("names in $room only refusals that the room makes", ({ made, named }) => {
    const all = new Set(made.map(({ refusal }) => refusal));
    const idle = named.filter(({ refusal }) => !all.has(refusal));
    expect(idle.map(({ refusal, at }) => `${at}: nothing in the room makes ${refusal}`)).toEqual([]);
  });

  it.each(rooms)("names in $room every refusal that the room makes", ({ made, named }) => {
    const all = new Set(named.map(({ refusal }) => refusal));
    expect(told(made.filter(({ refusal }) => !all.has(refusal)))).toEqual([]);
  });

  it.each(rooms)("names in $room what a function makes itself, where it has the tag", ({ made }) => {
    const forgotten = made.filter(({ maker, refusal }) => {
      const own = maker ? namedIn(maker) : [];
      return own.length > 0 && !own.some((named) => named.refusal === refusal);
    });
    expect(told(forgotten)).toEqual([]);
  });

  it.each([
    ["incomplete/no-rows, no-events; invalid/time", "incomplete/no-rows incomplete/no-events invalid/time"],
    [
      "invalid/y, fixed-NAME with the rows; incomplete/a, b and c-d (fewer than 5)",
      "invalid/y invalid/fixed-NAME incomplete/a incomplete/b incomplete/c-d",
    ],
    ["conflict/moved-on when it changed, or the day is in the future; as logistic", "conflict/moved-on"],
    ["not-applicable/no-finite-effect, as when a cell is empty", "not-applicable/no-finite-effect"],
  ])("reads %s", (text, refusals) => {
    expect(namedRefusals({ text, at: "" }).join(" ")).toBe(refusals);
  });

  it("finds refusals through constants, branches, blanks and the functions that pass them on", () => {
    const made = madeRefusals([
      parsed(`
        const CODE = "constant";
        function direct(a) { return a ? refuse("invalid", a > 1 ? "one" : "two") : refuse("conflict", CODE); }
        const pass = (kind, code) => ({ ok: false, refusal: { kind, code } });
        function rows(code, values) { return refuse("invalid", code, values); }
        export function asks(name) { return rows(\`column-\${name}\`) ?? pass("not-found", "hip") ?? draw({ kind: "line", code: "x" }); }`),
    ]);
    const refusals = ["conflict/constant", "invalid/column-NAME", "invalid/one", "invalid/two", "not-found/hip"];
    expect(made.map(({ refusal }) => refusal).sort()).toEqual(refusals);
    expect(made.find(({ refusal }) => refusal === "not-found/hip")?.maker?.name?.text).toBe("asks");
  });
});

const told = (made: readonly Made[]): string[] => made.map(({ refusal, at }) => `${at}: ${refusal} is in no @refuses`);
