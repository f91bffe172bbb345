import { expect, it } from "vitest";
import { groupChanges } from "./group-changes.ts";

it("tells changes answer by answer and gathers the values of one fact", () => {
  const changes = [
    { fact: "stage.arco-2019", from: "II", to: "IIIA", answer: "surgery-discussion" },
    { fact: "patient.age-years", from: 38, to: 17, answer: "not-a-candidate" },
    { fact: "stage.arco-2019", from: "II", to: "IV", answer: "surgery-discussion" },
    { fact: "condition.active-infection", from: false, to: true, answer: "not-a-candidate" },
  ] as const;
  expect(groupChanges([...changes])).toEqual([
    { answer: "surgery-discussion", facts: [{ fact: "stage.arco-2019", from: "II", to: ["IIIA", "IV"] }] },
    {
      answer: "not-a-candidate",
      facts: [
        { fact: "patient.age-years", from: 38, to: [17] },
        { fact: "condition.active-infection", from: false, to: [true] },
      ],
    },
  ]);
});

it("says nothing when nothing would change", () => expect(groupChanges([])).toEqual([]));
