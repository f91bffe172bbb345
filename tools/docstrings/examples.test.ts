import ts from "typescript";
import { describe, expect, it } from "vitest";
import { tagged } from "./docstring-tags.ts";
import { roomSources } from "./source-files.ts";

/** `@example call(...) // what it gives`: the call is made with what the room exports. */
const examples = [...roomSources()].flatMap(([room, files]) =>
  files.flatMap((file) =>
    tagged(file, "example").map(({ text, at }) => {
      const [call = "", gives = ""] = text.split(" // ");
      return { room, at, call, gives };
    }),
  ),
);

/** Every number within an answer, to any depth. */
function numbersIn(answer: unknown): number[] {
  if (typeof answer === "number") return [answer];
  if (ArrayBuffer.isView(answer)) return [...(answer as Float64Array)];
  return typeof answer === "object" && answer !== null ? Object.values(answer).flatMap(numbersIn) : [];
}

/** "0.3662" or "2/3", as it is printed: what rounds to it is it. */
function isPrinted(printed: string, number: number): boolean {
  const [over = "", under] = printed.split("/");
  if (under !== undefined) return Math.abs(Number(over) / Number(under) - number) < 1e-12;
  return number.toFixed(over.split(".")[1]?.length ?? 0) === over;
}

describe("@example", () => {
  it.each(examples)("$at gives what it says", async ({ room, call, gives }) => {
    const exported = (await import(`../../packages/${room}/src/index.ts`)) as Record<string, unknown>;
    const { outputText } = ts.transpileModule(`return ${call}`, { compilerOptions: { target: ts.ScriptTarget.Latest } });
    const found = numbersIn(new Function(...Object.keys(exported), outputText)(...Object.values(exported)));
    const promised = gives.match(/(?<![\w.])-?\d+(?:\.\d+)?(?:\/\d+)?(?![\w/])/g) ?? [];
    expect(promised).not.toEqual([]);
    expect(promised.filter((printed) => !found.some((number) => isPrinted(printed, number)))).toEqual([]);
  });

  it("stands in the rooms that promise numbers", () => expect(examples.map(({ room }) => room)).toContain("statistics"));
});
