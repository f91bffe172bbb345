import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ANSWERS } from "@calcar/catalog/schema";
import { expect, it } from "vitest";
import { calcar, ROOT } from "./testing.ts";

/** The table of examples/README.md is the expectation: written by hand from the decision table. */
const rows = [...readFileSync(join(ROOT, "examples", "README.md"), "utf8").matchAll(/^\| `([\w-]+\.json)` \| ([\w-]+) \|$/gm)].map(
  ([, file, answer]) => [file!, answer!] as const,
);

it.each(rows)("%s gives %s", async (file, answer) => {
  const { status, out } = await calcar(["assess", `examples/${file}`, "--format", "json"]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ schema: "calcar-recommendation/1", answer });
});

it("every example is in the table, and every answer has an example", () => {
  expect(rows.map(([file]) => file).toSorted()).toEqual(
    readdirSync(join(ROOT, "examples"))
      .filter((file) => file.endsWith(".json"))
      .toSorted(),
  );
  expect(new Set(rows.map(([, answer]) => answer))).toEqual(new Set(ANSWERS));
});

it("tells a terminal the answer first, the reason, its source and the intended use", async () => {
  const { out } = await calcar(["assess", "examples/onfh-surgery-discussion.json"]);
  expect(out.split("\n")[0]).toBe("Discuss hip replacement with this patient; cells are not a substitute for it.");
  expect(out).toContain("source: hauzeur-2018");
  expect(out).toContain("not a substitute for that judgement");
});
