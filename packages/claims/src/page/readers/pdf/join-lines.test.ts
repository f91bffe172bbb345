import { describe, expect, it } from "vitest";
import { joinLines } from "./join-lines.ts";

describe("joining printed lines", () => {
  it.each([
    ["for a quar-", "ter of an hour", "for a quarter of an hour"],
    ["it has long-", "term risks", "it has long-term risks"],
    ["X-", "rays of", "X-rays of"],
    ["early-to-", "moderate stages", "early-to-moderate stages"],
    ["the cyto-", "kines fell", "the cyto-kines fell"],
    ["the placebo-", "arm", "the placeboarm"],
    ["10–", "50 hips", "10–50 hips"],
    ["the hip -", "and the knee", "the hip - and the knee"],
    ["quar\u00ad", "ter", "quarter"],
    ["Smith-", "Jones", "Smith- Jones"],
    ["plain", "lines", "plain lines"],
  ])("%s + %s", (above, below, wanted) => {
    expect(joinLines(above, below, new Set(["cyto-kines", "placeboarm"])).text).toBe(wanted);
  });
});
