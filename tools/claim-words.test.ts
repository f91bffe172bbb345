import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";

const ENGINE = "packages/claims/src/engine";
const engine = readdirSync(ENGINE, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => readFileSync(join(ENGINE, path), "utf8"))
  .join("\n");

/** Everything in the knowledge that may name a list, a list's own name and words left out. */
const { claims, claimCues, claimConditions, claimOutcomes, studies, guidelines } = catalog;
const knowledge = JSON.stringify([claims, claimCues, claimConditions, claimOutcomes, studies, guidelines]);
const included = new Set([...catalog.claimWords.values()].flatMap(({ includes = [] }) => includes));

it("holds no list of words that nothing reads", () => {
  const idle = [...catalog.claimWords.keys()].filter(
    (id) => !included.has(id) && !knowledge.includes(`<${id}>`) && !knowledge.includes(`"${id}"`) && !engine.includes(`"${id}"`),
  );
  expect(idle).toEqual([]);
});

it("holds no pattern twice in one rule", () => {
  const twice = claims.flatMap((rule) => {
    const texts = Object.entries(rule)
      .filter(([key]) => ["patterns", "offers", "wants", "exempt", "against", "unless"].includes(key))
      .flatMap(([, list]) =>
        (list as readonly (string | { readonly match: string })[]).map((each) => (typeof each === "string" ? each : each.match)),
      );
    return texts.filter((text, i) => texts.indexOf(text) < i).map((text) => `${rule.id}: ${text}`);
  });
  expect(twice).toEqual([]);
});
