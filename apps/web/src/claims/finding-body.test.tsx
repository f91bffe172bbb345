// @vitest-environment jsdom
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, render, screen } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { afterEach, expect, it } from "vitest";
import { english } from "../messages/testing.ts";
import { FindingBody } from "./finding-body.tsx";
import type { Finding, Jurisdiction } from "./shapes.ts";
import { found } from "./testing.ts";

afterEach(cleanup);

const LAW: Finding["law"] = [
  { jurisdiction: "US", name: "Guidance (2022)", says: "Trials are expected.", source: "ftc-2022", verified: "secondary-source" },
  {
    jurisdiction: "AU",
    name: "Some Act, s 1",
    says: "May not be advertised.",
    only: "to the public",
    source: "tga",
    verified: "source-text",
  },
];
const SOURCES = {
  fda21: {
    id: "fda21",
    title: "A warning",
    authors: "US Food and Drug Administration",
    year: 2021,
    kind: "law",
    stillValidOn: "2026-01-01",
  },
};

async function said(finding: Finding, jurisdiction?: Jurisdiction): Promise<string> {
  const body = () => <FindingBody finding={finding} sources={SOURCES} jurisdiction={jurisdiction} onShow={() => undefined} />;
  const router = createRouter({ routeTree: createRootRoute({ component: body }), history: createMemoryHistory() });
  const { container } = render(
    <IntlProvider locale="en" messages={english}>
      <RouterProvider router={router} />
    </IntlProvider>,
  );
  await screen.findByText("Why");
  return container.textContent ?? "";
}

it("says the words, why, what the number lacks, an honest wording and each source by its name", async () => {
  const text = await said(found({ detail: "It counts 4 patients.", lacks: ["instrument", "time point"], part: "page 3" }));
  for (const part of [
    "page 3.",
    "“safe”",
    "It counts 4 patients. Long-term",
    "goes without: instrument, time point",
    "Risks include infection.",
  ])
    expect(text).toContain(part);
  expect(text).toContain("US Food and Drug Administration 2021");
});

it("says for which disease the evidence is, and where nothing is asked", async () => {
  const topic = { outcome: "pain", kind: "not-asked" as const, results: [], k: 0, stale: false, says: "" };
  const evidence = [
    { ...topic, condition: "onfh", about: "pain in osteonecrosis" },
    { ...topic, condition: "hip-oa", about: "pain in hip osteoarthritis", question: "hip-oa-pain-effect", asks: "Do cells relieve pain?" },
  ];
  const text = await said(found({ evidence }));
  for (const part of ["pain in osteonecrosis", "Nothing direct is on file", "pain in hip osteoarthritis", "Do cells relieve pain?"])
    expect(text).toContain(part);
});

it("names the law of the place chosen only, and a source that it does not know by its id", async () => {
  const text = await said(found({ law: LAW }), "AU");
  expect(text).toContain("Australia. Some Act, s 1May not be advertised.Applies to the public. tga read in the source");
  expect(text).not.toContain("United States");
});

it("never takes a law that is not on file for none", async () => {
  expect(await said(found({ law: LAW }), "MX")).toContain("(Mexico). That does not mean that there is none.");
});

it("offers words to copy, and advice to follow", async () => {
  await said(found({}));
  expect(screen.queryByText("Copy the wording")).not.toBeNull();
  cleanup();
  const text = await said(found({ insteadIs: "advice" }));
  expect(text).toContain("What to do about it");
  expect(screen.queryByText("Copy the wording")).toBeNull();
});
