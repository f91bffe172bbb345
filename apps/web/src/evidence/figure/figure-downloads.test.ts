import { expect, it } from "vitest";
import { pooled, series } from "../testing.tsx";
import { fileAddress } from "./figure-downloads.tsx";

it("asks for a file of the answer as it was chosen", () => {
  expect(fileAddress(pooled({ tau2Method: "DL", ciMethod: "hksj", without: ["a-2010"], widened: ["phase"] }), "report.docx")).toBe(
    "/api/questions/PS3b/report.docx?tau2=DL&ci=hksj&without=a-2010&widen=phase",
  );
});

it("names no method for a change, which is not pooled", () =>
  expect(fileAddress(series(), "arms.csv")).toMatch(/^\/api\/questions\/[^?]+\/arms\.csv$/));
