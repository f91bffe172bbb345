import { catalog } from "@calcar/catalog/testing";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer({ db: await emptyDb(), catalog });
  cookie = await server.signInFirst();
});

const get = async (url: string) => {
  const response = await server.send("GET", url, { cookie });
  return { status: response.statusCode, ...response.json() };
};

it("pools PS3b as its worked example does", async () => {
  const { estimate, ci, measure, tau2Method } = await get("/api/questions/PS3b");
  expect({ measure, tau2Method }).toEqual({ measure: "RR", tau2Method: "REML" });
  expect([estimate, ...ci].map((value: number) => value.toFixed(3))).toEqual(["1.068", "0.719", "1.588"]);
});

it("pools as the reader chooses, without the studies the reader leaves out", async () => {
  const [first] = (await get("/api/questions/PS3")).studies;
  const { without, tau2Method, ciMethod, studies } = await get(`/api/questions/PS3?tau2=DL&ci=mhksj&without=${first.id}`);
  expect({ without, tau2Method, ciMethod }).toEqual({ without: [first.id], tau2Method: "DL", ciMethod: "mhksj" });
  expect(studies.map(({ id }: { id: string }) => id)).not.toContain(first.id);
});

it.each([...catalog.questions.keys()])("answers %s", async (id) => expect((await get(`/api/questions/${id}`)).status).toBe(200));

it("widens a question when asked, and says so first", async () => {
  const { widened, k, warnings } = await get("/api/questions/onfh-early-hhs?widen=phase");
  expect({ widened, k }).toEqual({ widened: ["phase"], k: 2 });
  expect(warnings[0]).toContain("Widened by the reader to other stages of the disease");
  expect(await get("/api/questions/onfh-early-hhs?widen=mood")).toMatchObject({ status: 422, problems: [{ place: "query.widen" }] });
});

it("refuses a method that there is not", async () => {
  expect(await get("/api/questions/PS3?tau2=GUESS")).toMatchObject({ status: 422, problems: [{ place: "query.tau2" }] });
});

it("lists the questions, the studies and the form", async () => {
  expect((await get("/api/questions")).questions.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(["PS1", "PS3", "PS3b"]),
  );
  expect((await get("/api/studies")).studies).toHaveLength(catalog.studies.size);
  expect((await get("/api/facts")).groups.map(({ id }: { id: string }) => id)).toEqual(catalog.factGroups.map(({ id }) => id));
});

it("shows every study with every source it cites", async () => {
  for (const id of catalog.studies.keys()) {
    const page = await get(`/api/studies/${id}`);
    expect({ id, status: page.status, source: page.sources[page.study.source] }).toMatchObject({
      id,
      status: 200,
      source: { id: page.study.source },
    });
  }
});

it("shows who leans on every source", async () => {
  for (const id of catalog.sources.keys()) expect(await get(`/api/sources/${id}`)).toMatchObject({ status: 200, source: { id } });
  const study = [...catalog.studies.values()][0]!;
  expect((await get(`/api/sources/${study.source}`)).citedBy).toContainEqual({ kind: "study", id: study.id });
});

it("shows guidelines without the positions that are kept back", async () => {
  const { status, guidelines } = await get("/api/guidelines");
  expect(status).toBe(200);
  expect(JSON.stringify(guidelines)).not.toContain('"withheld"');
});

it.each(["questions", "studies", "sources"])("finds no %s of another name", async (kind) => {
  expect(await get(`/api/${kind}/no-such`)).toMatchObject({ status: 404, kind: "not-found" });
});
