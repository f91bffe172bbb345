import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvaluationRecord, FactForm, Hip, StoredAnswer } from "@calcar/contract";
import type { APIRequestContext, Page } from "playwright-core";
import { ROOT } from "./server.ts";

export const ANA = { name: "Ana Ruiz", email: "ana@clinic.example", password: "a long enough password" };

/** Opens the first account by the link that the server printed, as a person does. */
export async function openAccount(page: Page, welcome: string): Promise<void> {
  await page.goto(welcome);
  await page.getByLabel("Your name").fill(ANA.name);
  await page.getByLabel("Email address").fill(ANA.email);
  await page.getByLabel("Password").fill(ANA.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("heading", { level: 1, name: "Should this hip get cells?" }).waitFor();
}

export async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("Email address").fill(ANA.email);
  await page.getByLabel("Password").fill(ANA.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Should this hip get cells?" }).waitFor();
}

export interface ExampleEvaluation {
  readonly asOf: string;
  readonly hip: { readonly side: Hip["side"] };
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export const example = (name: string): ExampleEvaluation =>
  JSON.parse(readFileSync(join(ROOT, "examples", `${name}.json`), "utf8")) as ExampleEvaluation;

/** Begins an evaluation through the form. */
export async function beginEvaluation(page: Page, pseudonym: string, side: "Left" | "Right"): Promise<void> {
  await page.getByRole("link", { name: "Evaluate a hip" }).first().click();
  await page.getByRole("combobox", { name: "Pseudonym of the patient" }).fill(pseudonym);
  await page.keyboard.press("Escape");
  await page.getByRole("radiogroup", { name: "Side" }).getByText(side, { exact: true }).click();
  await page.getByRole("button", { name: "Begin the evaluation" }).click();
  await page.getByRole("heading", { level: 1, name: `${pseudonym}, ${side.toLowerCase()} hip` }).waitFor();
}

type Fact = FactForm["groups"][number]["facts"][number];

/** Records one fact in the open evaluation, as a person would find it: by its label. */
export async function record(page: Page, fact: Fact, value: string | number | boolean): Promise<void> {
  const label = fact.label.en;
  const choose = (option: string): Promise<void> =>
    page.getByRole("radiogroup", { name: label, exact: true }).getByText(option, { exact: true }).click();
  if (typeof value === "boolean") return choose(value ? "Yes" : "No");
  if (fact.type === "code") return choose(fact.values.find(({ code }) => code === value)?.label.en ?? String(value));
  if (fact.type === "date") return typeDay(page, label, String(value));
  if (fact.type === "integer" && fact.range[1] - fact.range[0] <= 5) return choose(String(value));
  return page.getByRole("textbox", { name: label, exact: true }).fill(String(value));
}

async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const [year, month, date] = day.split("-");
  await page.getByRole("group", { name: label, exact: true }).getByRole("spinbutton").first().click();
  await page.keyboard.type(`${date}${month}${year}`, { delay: 10 });
}

/** Records every fact of an example, in the order of the form. */
export async function recordAll(page: Page, facts: ExampleEvaluation["facts"]): Promise<void> {
  const form = await factForm(page);
  for (const fact of form.groups.flatMap((group) => group.facts)) {
    const value = facts[fact.id];
    if (value !== undefined) await record(page, fact, value);
  }
}

const factForm = async (page: Page): Promise<FactForm> => {
  const response = await page.request.get(new URL("/api/facts", page.url()).href);
  return (await response.json()) as FactForm;
};

export const saved = (page: Page): Promise<void> =>
  page
    .getByRole("status")
    .filter({ hasText: /^Saved / })
    .waitFor();

interface Stored {
  readonly evaluation: string;
  readonly answer: string;
}

/** An evaluation of an example with its answer, made through the API: for journeys that begin where another ends. */
export async function storeExample(request: APIRequestContext, origin: string, name: string, pseudonym: string): Promise<Stored> {
  const { asOf, hip, facts } = example(name);
  const post = async <T>(path: string, data: unknown): Promise<T> => {
    const response = await request.post(`${origin}${path}`, { data, headers: { origin } });
    if (!response.ok()) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const made = await post<Hip>("/api/hips", { pseudonym, side: hip.side });
  const { id, version } = await post<EvaluationRecord>("/api/evaluations", { hip: made.id, asOf });
  const patched = await request.patch(`${origin}/api/evaluations/${id}`, { data: { version, set: facts }, headers: { origin } });
  const record = (await patched.json()) as EvaluationRecord;
  const answer = await post<StoredAnswer>(`/api/evaluations/${id}/answers`, { version: record.version });
  return { evaluation: id, answer: answer.id };
}
