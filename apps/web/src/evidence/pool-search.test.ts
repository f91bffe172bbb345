import { describe, expect, it } from "vitest";
import { figureOf, isChosen, type PoolSearch, readPoolSearch } from "./pool-search.ts";

describe("how an address says a question is to be pooled", () => {
  it("takes what it knows and leaves the rest to what is shown first", () => {
    expect(readPoolSearch({ tau2: "DL", ci: "hksj", without: ["a-2010"], colour: "red" })).toEqual({
      tau2: "DL",
      ci: "hksj",
      without: ["a-2010"],
    });
    expect(readPoolSearch({ tau2: "bayes", ci: 3, without: [4] })).toEqual({});
  });

  it("takes the coordinates that can be widened, each once, and no other", () => {
    expect(readPoolSearch({ widen: ["joint", "phase", "phase", "mood"] })).toEqual({ widen: ["phase", "joint"] });
    expect(readPoolSearch({ widen: "route" })).toEqual({ widen: ["route"] });
    expect(isChosen({ widen: ["route"] })).toBe(true);
  });

  it("takes a single study left out as one", () => {
    expect(readPoolSearch({ without: "a-2010" })).toEqual({ without: ["a-2010"] });
  });

  it("tells a reader's choice from what is shown first, however that is written", () => {
    expect(isChosen({ tau2: "REML", ci: "z", without: [] })).toBe(false);
    expect(isChosen({ without: ["a-2010"] })).toBe(true);
    expect(isChosen({ ci: "mhksj" })).toBe(true);
  });

  it("takes a figure that there is, and groups only where it has groups", () => {
    expect(readPoolSearch({ figure: "subgroups", by: "phase" })).toEqual({ figure: "subgroups", by: "phase" });
    expect(readPoolSearch({ figure: "funnel", by: "phase" })).toEqual({ figure: "funnel" });
    expect(readPoolSearch({ figure: "pie", by: "mood" })).toEqual({});
    expect(isChosen({ figure: "funnel" })).toBe(false); // another look at the same answer
    expect(figureOf({ figure: "funnel", tau2: "DL" } as PoolSearch)).toEqual({ figure: "funnel" });
  });
});
