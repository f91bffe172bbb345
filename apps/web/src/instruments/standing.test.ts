import { expect, it } from "vitest";
import type { Unconfirmed } from "./shapes.ts";
import { standingOf } from "./standing.ts";

const subscales = [{ id: "pain" }, { id: "function" }];
const bearing = (bears: Unconfirmed["bears"]): Unconfirmed => ({
  id: "x",
  bears,
  says: { en: "x" },
  until: { en: "x" },
  grounds: [{ source: "recall", verified: "recalled" }],
});
const standing = (bears: Unconfirmed["bears"], forms: string[] = []) => standingOf({ unconfirmed: [bearing(bears)], forms, subscales });

it("is confirmed where nothing is unconfirmed", () => expect(standingOf({ unconfirmed: [], forms: [], subscales })).toBe("confirmed"));

it("is still to be compared where a person has to hold it against the publisher's sheet", () =>
  expect(standingOf({ unconfirmed: [], forms: [], subscales, compare: [{ en: "the table" }] })).toBe("to-compare"));

it("is unconfirmed where everything, every form or every score is", () => {
  expect(standing({ on: "everything" })).toBe("unconfirmed");
  expect(standing({ on: "forms", forms: ["v1", "v2"] }, ["v1", "v2"])).toBe("unconfirmed");
  expect(standing({ on: "subscales", subscales: ["pain", "function"] })).toBe("unconfirmed");
});

it("is unconfirmed in part where something is still scored by default", () => {
  expect(standing({ on: "forms", forms: ["v1"] }, ["v1", "v2"])).toBe("in-part");
  expect(standing({ on: "subscales", subscales: ["pain"] })).toBe("in-part");
  expect(standing({ on: "missing-rule", subscales: ["pain", "function"] })).toBe("in-part");
  expect(standing({ on: "table-row", table: "t", raw: 4 })).toBe("in-part");
});
