import type { Catalog } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { testServer } from "../testing.ts";

const readerOf = async (knowledge: Catalog) => {
  const server = await testServer({ db: await emptyDb(), catalog: knowledge, now: () => new Date("2026-11-21T12:00:00Z") });
  const cookie = await server.signInFirst();
  return async (url: string) => {
    const response = await server.send("GET", url, { cookie });
    return { status: response.statusCode, ...response.json() };
  };
};
let get: Awaited<ReturnType<typeof readerOf>>;
beforeAll(async () => {
  get = await readerOf(catalog);
});

type Stood = { id: string; number: string; state: string; running: boolean; completion: string | null; trials: string[] };

describe("how fresh everything is", () => {
  it("is told for the day of the server's clock", async () => {
    const page = await get("/api/freshness");
    expect(page).toMatchObject({ status: 200, today: "2026-11-21", studies: { total: catalog.studies.size, overdue: [] } });
    expect(page.questions).toHaveLength(catalog.questions.size);
    expect(page.questions.every(({ state }: Stood) => state === "fresh")).toBe(true);
    expect(page.intervals.map(({ of }: { of: string }) => of)).toContain("question-search");
  });

  it("names the trials that run with what their register expects, and the questions they could answer", async () => {
    const { trials, questions } = await get("/api/freshness");
    const running = trials.filter((trial: Stood) => trial.running);
    expect(running).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ number: "NCT06123481", name: "BATON", status: "recruiting", completion: "2029-07-31", planned: 192 }),
        expect.objectContaining({ number: "NCT04990128", status: "not-yet-recruiting", completion: "2027-11-30", planned: 100 }),
      ]),
    );
    expect(questions.find(({ id }: Stood) => id === "hip-oa-pain-effect").trials).toEqual(["nct04990128"]);
  });

  it("is stale once the day has come", async () => {
    const lastSearched = "2026-05-21"; // 184 days before
    const questions = new Map([...catalog.questions].map(([id, question]) => [id, { ...question, lastSearched }]));
    const page = await (await readerOf({ ...catalog, questions }))("/api/freshness");
    expect(page.questions.every(({ state }: Stood) => state === "stale")).toBe(true);
  });
});

describe("what moves when a study changes", () => {
  it("is every estimate with and without it, and what leans on those", async () => {
    const page = await get("/api/studies/hernigou-2018/impact");
    const ps3 = page.questions.find(({ id }: Stood) => id === "PS3");
    expect([ps3.with.estimate.toFixed(3), ps3.without.estimate.toFixed(3)]).toEqual(["0.746", "1.068"]);
    expect(page.pathways.map(({ id }: Stood) => id)).toContain("onfh-pre-collapse");
    expect(page.title).toBe(catalog.studies.get("hernigou-2018")!.title);
  });

  it("is refused for a study that is not on file", async () => {
    expect(await get("/api/studies/nobody-1999/impact")).toMatchObject({ status: 404, kind: "not-found", code: "study" });
  });
});
