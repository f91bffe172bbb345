import { it as check, expect } from "vitest";
import { beforeAll, collected, describe, it, nowIn } from "./collected.ts";

const ran: string[] = [];

nowIn("some.test.ts");
it("alone", () => ran.push("alone"));
it.each([
  [1, 2],
  [3, 4],
])("%d of %d", (a, b) => ran.push(`${a}-${b}`));
describe("block", { timeout: 5 }, () => {
  ran.push("computed");
  beforeAll(() => ran.push("prepared"));
  describe("inner", () => it("deep", () => ran.push("deep")));
  it.each(["x"])("%s", (value) => ran.push(`row ${value}`));
});
describe.each([{ id: "one" }])("named $id", ({ id }: { id: string }) => it("same", () => ran.push(id)));
it("alone", () => ran.push("again"));

check("takes top-level tests and blocks as units of their file, each with a name of its own", () => {
  expect(collected().map(({ id, file }) => [id, file])).toEqual(
    ["alone", "1 of 2", "3 of 4", "block", "named one", "alone (2)"].map((name) => [`some.test.ts > ${name}`, "some.test.ts"]),
  );
});

check("runs nothing until asked, and a block anew each time, its preparation first", async () => {
  expect(ran).toEqual([]);
  for (const { run } of collected()) await run();
  expect(ran.splice(0)).toEqual(["alone", "1-2", "3-4", "computed", "prepared", "deep", "row x", "one", "again"]);
  await collected()[3]!.run();
  expect(ran).toEqual(["computed", "prepared", "deep", "row x"]);
});
