import { catalog } from "@calcar/catalog/testing";
import { emptyDb } from "@calcar/storage/testing";
import { isEstablished, type Verified } from "@calcar/vocabulary";
import { beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer({ db: await emptyDb(), catalog, now: () => new Date("2026-11-21T12:00:00Z") });
  cookie = await server.signInFirst();
});

const get = async (url: string) => (await server.send("GET", url, { cookie })).json();

it("lists every registered trial with its state, its sources and the questions it could answer", async () => {
  const { today, trials, sources } = await get("/api/trials");
  expect([today, trials.length]).toEqual(["2026-11-21", catalog.trials.size]);
  for (const { trial, state } of trials) {
    expect(state.id).toBe(trial.id);
    expect(sources[trial.source]).toBeDefined();
  }
  const baton = trials.find(({ trial }: { trial: { name?: string } }) => trial.name === "BATON");
  expect(baton.questions).toContain("onfh-early-conversion");
});

it("lists what hip replacement does, with denominators where they are printed, and keeps apart what is not established", async () => {
  const { established, notEstablished, sources } = await get("/api/benchmarks");
  const verified = (row: { ground: { verified: Verified } }) => isEstablished(row.ground.verified);
  expect(established.every(verified)).toBe(true);
  expect(notEstablished.some(verified)).toBe(false);
  expect(established.find(({ id }: { id: string }) => id === "tha-25y-registry")).toMatchObject({
    value: 57.9, // Evans 2019, abstract
    interval: [57.1, 58.7],
    n: 215676,
    source: "evans-2019",
  });
  expect(sources["evans-2019"]).toBeDefined();
});

it("lists what reviews pooled, each with the questions it bears on, and a recalled or seed-only one apart", async () => {
  const { established, notEstablished } = await get("/api/published-pools");
  const of = (pools: { id: string; questions: string[] }[], id: string) => pools.find((pool) => pool.id === id);
  expect(of(established, "wangz-2020/wz-tha")?.questions).toContain("onfh-early-conversion");
  expect(of(established, "yuan-2016/yuan-tha")?.questions).toEqual([]); // of a drug: no question on cells
  expect(notEstablished.map(({ id }: { id: string }) => id)).toEqual(["cochrane-knee-2025/function-up-to-6-months-stem-cell-v-placebo"]);
});

it("lists the searches with what each looked for in vain", async () => {
  const { searches } = await get("/api/searches");
  expect(searches).toHaveLength(catalog.searches.size);
  const hip = searches.find(({ id }: { id: string }) => id === "2026-11-21-hip-oa");
  expect(hip.notFound[0]).toEqual({ what: "a randomised trial of a cell product in hip osteoarthritis", searched: true });
});
