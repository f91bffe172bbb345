import { catalog } from "@calcar/catalog/testing";
import { expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { type Choice, FIRST_SHOWN } from "../questions/choice.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";
import { rScript } from "./r-script.ts";

function script(id: string, choice: Partial<Choice> = {}, knowledge = catalog): string {
  const answer = answerQuestion(knowledge, id, { ...FIRST_SHOWN, ...choice });
  if (!answer.ok || answer.value.kind !== "effect") throw new Error("no pool");
  return rScript(answer.value);
}

it("starts from the counts, with the chosen methods", () => {
  const text = script("PS3", { ci: "hksj" });
  expect(text).toContain("ai = c(15, 30, 6), n1i = c(23, 125, 25)");
  expect(text).toContain("ci = c(15, 95, 4), n2i = c(23, 125, 29)");
  expect(text).toContain('method = "REML", test = "knha"');
  expect(text).toContain("# Calcar found RR 0.7457 (0.0879 to 6.3236)");
});

it("says equal effects as metafor does, and has no interval for a new study", () => {
  const text = script("PS3", { tau2: "FE" });
  expect(text).toContain('method = "EE", test = "z"');
  expect(text).not.toContain("pi <-");
});

it("takes the wider interval for the modified rule", () => {
  expect(script("PS2", { ci: "mhksj" })).toContain("knapp else normal");
});

it("asks for no leave-one-out that metafor cannot give", () => {
  expect(script("PS3")).toContain("leave1out(fit, transf = exp)");
  expect(script("PS1")).not.toContain("leave1out");
});

it("lets no text out of its comment or its string", () => {
  const study = countedStudy(['x"\n); system("ls")', 3, 10, 5, 10]);
  const knowledge = smallCatalog([study], [effectQuestion("q", { asks: { en: "Why?\nsystem('ls')" } })]);
  const lines = script("q", {}, knowledge).split("\n");
  expect(lines.filter((line) => /^\s*(?:\);\s*)?system/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes("study = c("))).toEqual([expect.stringContaining('\\"')]);
});

it("starts from means where the question compares means", () => {
  const text = script("onfh-early-hhs");
  expect(text).toContain("m1i = c(82.4), sd1i = c(9.2), n1i = c(26)");
  expect(text).toContain('escalc(measure = "MD", m1i = m1i');
  expect(text).not.toContain("exp(");
});

it("pools every group of two studies or more again, and tests nothing that the answer does not", () => {
  const text = script("PS3d");
  expect(text).toContain('dat$product <- c("other-cells", "bmac", "bmac", "other-cells", "other-cells")');
  expect(text).toContain('data = dat[dat$phase == "before-collapse", ]');
  expect(text).not.toContain('== "after-collapse"'); // one study
  expect(text).not.toContain("mods =");
  expect(script("PS3d", { ci: "mhksj" })).not.toContain("group <-");
});

it("has the test for a difference where the answer has it", () => {
  const studies = Array.from({ length: 10 }, (_, i) =>
    countedStudy([`s${i}`, 3 + i, 40, 9, 41], { phase: i % 2 === 0 ? "before-collapse" : "after-collapse" }),
  );
  expect(script("q", {}, smallCatalog(studies, [effectQuestion("q")]))).toContain("mods = ~ factor(phase)");
});
