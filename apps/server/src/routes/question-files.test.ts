import { catalog } from "@calcar/catalog/testing";
import { answerQuestion, FIRST_SHOWN, type Pooled, rScript } from "@calcar/evidence";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer({ db: await emptyDb(), catalog });
  cookie = await server.signInFirst();
});

const get = (path: string) => server.send("GET", `/api/questions/${path}`, { cookie });
const answerTo = (id: string) => {
  const answer = answerQuestion(catalog, id, FIRST_SHOWN);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

describe.each([...catalog.questions.keys()])("the figure of %s", (id) => {
  it("is drawn where a study answers, and is refused with a sentence where none does", async () => {
    const { kind } = answerTo(id);
    const drawn = await get(`${id}/forest.svg`);
    if (kind === "nothing-direct") {
      expect(drawn.json()).toMatchObject({
        kind: "not-applicable",
        code: "no-figure",
        message: expect.stringContaining("No study answers"),
      });
      return;
    }
    expect(drawn.headers["content-type"]).toContain("image/svg+xml");
    expect(drawn.body).toMatch(/^<svg .*<title .*<\/svg>\n$/s);
    expect(/no control group/i.test(drawn.body)).toBe(kind !== "effect");
  });
});

it("draws the figure that is asked for, or says why there is none", async () => {
  expect((await get("PS3d/forest.svg?figure=subgroups&by=phase")).body).toContain("By stage: looked at after the fact");
  expect((await get("PS3/forest.svg?figure=cumulative&without=hernigou-2018")).body).toContain("Left out by the reader: hernigou-2018");
  expect((await get("PS3/forest.svg?figure=funnel")).json()).toMatchObject({ kind: "not-applicable", code: "too-few-studies" });
  expect((await get("PS3/forest.svg?figure=pie")).json()).toMatchObject({ problems: [{ place: "query.figure" }] });
});

it("gives the R script of a pooled effect, and of nothing else", async () => {
  const script = await get("PS3/script.R?tau2=DL");
  expect(script.headers["content-type"]).toContain("text/plain");
  expect(script.body).toContain('method = "DL"');
  expect((await get("PS3/script.R")).body).toBe(rScript(answerTo("PS3") as Pooled));
  expect((await get("hip-oa-pain-change/script.R")).json()).toMatchObject({ kind: "not-applicable", code: "no-script" });
});

it("gives the arms as CSV with where every number was read", async () => {
  const { body, headers } = await get("PS3/arms.csv");
  expect(headers["content-disposition"]).toBe(`attachment; filename="calcar-PS3-${catalog.version}-arms.csv"`);
  const [head, ...rows] = body.trimEnd().split("\r\n");
  expect(head).toMatch(/^question,kind,study,.*,source,/);
  expect(rows).toHaveLength(6);
});

it("gives a FHIR R5 Bundle", async () => {
  const { headers, body } = await get("PS3/evidence.fhir.json");
  expect(headers["content-type"]).toContain("application/fhir+json");
  expect(JSON.parse(body)).toMatchObject({ resourceType: "Bundle" });
});

it("gives the report as HTML and for Word, of any question", async () => {
  for (const id of ["PS3", "hip-oa-pain-change", "hip-oa-conversion", "hip-oa-intravenous"]) {
    expect((await get(`${id}/report.html`)).body).toMatch(/^<!doctype html>.*<h1>/s);
    const word = await get(`${id}/report.docx`);
    expect(word.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect(word.headers["content-type"]).toContain("wordprocessingml");
  }
});

it("gives nothing to a stranger, and has no file of a question that there is not", async () => {
  expect((await server.send("GET", "/api/questions/PS3/report.docx")).statusCode).toBe(401);
  expect((await get("PS99/arms.csv")).json()).toMatchObject({ kind: "not-found", code: "question" });
});
