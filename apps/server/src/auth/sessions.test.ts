import { beforeEach, expect, it } from "vitest";
import type { SignedIn } from "./accounts.ts";
import { type Sessions, sessions } from "./sessions.ts";

const START = Date.parse("2026-11-21T12:00:00Z");
const session: SignedIn = {
  person: { id: "1", name: "Ana", email: "ana@clinic.example", role: "clinician" },
  expiresAt: new Date(START + 60_000),
};

let now: number;
let asked: string[];
let there: Map<string, SignedIn>;
let known: Sessions;
beforeEach(() => {
  now = START;
  asked = [];
  there = new Map([["calcar.session_token=a", session]]);
  const lookUp = async (cookies: string) => {
    asked.push(cookies);
    return there.get(cookies);
  };
  known = sessions({ cookieName: "calcar.session_token", lookUp }, () => new Date(now));
});

it("asks once for a few seconds of requests, however many come at once", async () => {
  const all = await Promise.all([
    known.of("x=1; calcar.session_token=a"),
    known.of("calcar.session_token=a"),
    known.of("calcar.session_token=a; y=2"),
  ]);
  expect(all).toEqual([session, session, session]);
  now += 4_999;
  await known.of("calcar.session_token=a");
  expect(asked).toHaveLength(1);
  now += 2;
  await known.of("calcar.session_token=a");
  expect(asked).toHaveLength(2);
});

it("forgets at once", async () => {
  await known.of("calcar.session_token=a");
  there.clear();
  known.forget("calcar.session_token=a");
  expect(await known.of("calcar.session_token=a")).toBeUndefined();
});

it("holds no session past its end", async () => {
  there.set("calcar.session_token=a", { ...session, expiresAt: new Date(START + 1_000) });
  expect(await known.of("calcar.session_token=a")).toBeDefined();
  now += 1_000;
  expect(await known.of("calcar.session_token=a")).toBeUndefined();
});

it("remembers no cookie that is unknown", async () => {
  await known.of("calcar.session_token=b");
  await known.of("calcar.session_token=b");
  expect(asked).toHaveLength(2);
});

it("asks again after a look-up that failed", async () => {
  let fails = true;
  const flaky = async () => {
    if (fails) throw new Error("no database");
    return session;
  };
  const shaky = sessions({ cookieName: "calcar.session_token", lookUp: flaky }, () => new Date(now));
  await expect(shaky.of("calcar.session_token=a")).rejects.toThrow("no database");
  fails = false;
  expect(await shaky.of("calcar.session_token=a")).toEqual(session);
});

it.each([undefined, "", "other=a", "calcar.session_token=", "calcar.session_token=a; calcar.session_token=b", "calcar.session_token"])(
  "asks nobody about %o",
  async (cookies) => {
    expect(await known.of(cookies)).toBeUndefined();
    expect(asked).toEqual([]);
  },
);

it("remembers a thousand sessions and no more", async () => {
  for (let n = 0; n <= 1_000; n += 1) there.set(`calcar.session_token=${n}`, session);
  for (let n = 0; n <= 1_000; n += 1) await known.of(`calcar.session_token=${n}`);
  await known.of("calcar.session_token=1000");
  expect(asked).toHaveLength(1_001);
  await known.of("calcar.session_token=0");
  expect(asked).toHaveLength(1_002);
});
