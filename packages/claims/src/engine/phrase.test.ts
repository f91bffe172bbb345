import { describe, expect, it } from "vitest";
import { nounForms, verbForms } from "./inflect.ts";
import { walkPhrase } from "./phrase.ts";

const sequences = (phrase: string) => walkPhrase(phrase, "", (words, word) => `${words} ${word}`).map((words) => words.trim());

describe("a phrase", () => {
  it.each([
    ["stem cell/n", ["stem cell", "stem cells"]],
    ["heal/v", ["heal", "heals", "healed", "healing"]],
    ["safe|harmless method", ["safe method", "harmless method"]],
    ["the? cure", ["cure", "the cure"]],
    ["risk-free", ["risk free"]],
    ["bone-marrow|fat derived", ["bone marrow derived", "fat derived"]],
    ["# %", ["# %"]],
    ["Células madre", ["celulas madre"]],
    ["regener*", ["regener*"]],
    ["set/v off", ["set off", "sets off", "setting off"]],
  ])("%s stands for %j", (phrase, expected) => expect(sequences(phrase)).toEqual(expected));

  it("refuses a phrase that stands for nothing or for too much", () => {
    expect(() => sequences("the?")).not.toThrow();
    expect(() => sequences("  ")).toThrow("empty");
    const many = Array.from({ length: 10 }, (_, i) => `w${i}`).join("|");
    expect(() => sequences(`${many} ${many} ${many} ${many}`)).toThrow("more than 4000");
  });
});

it.each([
  ["relieve", ["relieve", "relieves", "relieved", "relieving"]],
  ["stop", ["stop", "stops", "stopped", "stopping"]],
  ["carry", ["carry", "carries", "carried", "carrying"]],
  ["enjoy", ["enjoy", "enjoys", "enjoyed", "enjoying"]],
  ["free", ["free", "frees", "freed", "freeing"]],
  ["banish", ["banish", "banishes", "banished", "banishing"]],
  ["regrow", ["regrow", "regrew", "regrown", "regrows", "regrowing"]],
])("inflects the verb %s", (base, forms) => expect(verbForms(base)).toEqual(forms));

it.each([
  ["injury", ["injury", "injuries"]],
  ["hip", ["hip", "hips"]],
  ["process", ["process", "processes"]],
])("inflects the noun %s", (base, forms) => expect(nounForms(base)).toEqual(forms));
