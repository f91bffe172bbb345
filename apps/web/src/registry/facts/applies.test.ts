import { expect, it } from "vitest";
import { applies } from "./applies.ts";

it.each(["stage.arco-2019", "stage.arco-1994", "stage.ficat", "stage.steinberg", "stage.jic", "lesion.size-percent"])(
  "asks for %s only on osteonecrosis",
  (fact) => {
    expect(applies(fact, "osteonecrosis")).toBe(true);
    expect(applies(fact, "osteoarthritis")).toBe(false);
    expect(applies(fact, undefined)).toBe(false);
  },
);

it.each(["stage.kellgren-lawrence", "stage.tonnis"])("asks for %s only on osteoarthritis", (fact) => {
  expect(applies(fact, "osteoarthritis")).toBe(true);
  expect(applies(fact, "osteonecrosis")).toBe(false);
});

it.each(["patient.age-years", "condition.sickle-cell", "imaging.mri-date", "red-flag.suspected-fracture", "stage.unheard-of"])(
  "asks for %s whatever the diagnosis",
  (fact) => {
    for (const diagnosis of ["osteoarthritis", "osteonecrosis", "bursitis", undefined]) expect(applies(fact, diagnosis)).toBe(true);
  },
);
