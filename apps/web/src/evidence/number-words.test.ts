import { describe, expect, it } from "vitest";
import { numberWords } from "./number-words.ts";

describe("numbers in words", () => {
  const en = numberWords("en-GB");
  const es = numberWords("es");

  it("write a ratio with two decimals, and only a bound where digits mean nothing", () => {
    expect(en.ratio(0.7456943794)).toBe("0.75");
    expect(en.ratio(4.95e-6)).toBe("<0.01");
    expect(en.ratio(112310.8)).toBe(">1000");
    expect(en.ratio(123.4)).toBe("123");
    expect(es.ratio(0.7456943794)).toBe("0,75");
  });

  it("never write a p value of zero", () => {
    expect(en.p(0)).toBe("<0.001");
    expect(en.p(0.0136)).toBe("0.014");
    expect(en.p(0.5563)).toBe("0.56");
  });

  it("keep every printed decimal, with a true minus sign", () => {
    expect(en.plain(-3.45)).toBe("\u22123.45");
    expect(en.plain(78.1)).toBe("78.1");
    expect(en.plain(0)).toBe("0");
  });

  it("never write a minus before zero", () => {
    expect(en.fixed(-0.0001, 2)).toBe("0.00");
  });

  it("write a number of per cent as such", () => {
    expect(en.percent(90.785, 0)).toBe("91%");
    expect(en.percent(36.7066, 1)).toBe("36.7%");
  });
});
