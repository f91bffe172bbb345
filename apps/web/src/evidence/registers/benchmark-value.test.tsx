// @vitest-environment jsdom
import { expect, it } from "vitest";
import { read } from "../testing.tsx";
import { type Benchmark, BenchmarkValue } from "./benchmark-value.tsx";

const shown = (part: Partial<Benchmark>) => read(<BenchmarkValue row={{ value: 57.9, unit: "%", ...part } as Benchmark} />);

it("gives a share with its interval", () => expect(shown({ interval: [57.1, 58.7] })).toBe("57.9%95% interval 57.1 to 58.7"));
it("calls a range over studies a range, and no interval", () => {
  expect(shown({ value: [7, 23], unit: "% range" })).toBe("7 to 23%range over studies, not a confidence interval");
});
it("gives points with their unit and spread", () =>
  expect(shown({ value: 20, unit: "points", sd: 10.2 })).toBe("20 pointsstandard deviation 10.2"));
it("names a ratio first", () => expect(shown({ value: 1.576, unit: "OR" })).toBe("OR 1.576"));
