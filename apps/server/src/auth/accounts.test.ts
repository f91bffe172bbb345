import type { Db } from "@calcar/storage";
import { inSite, verifyChain } from "@calcar/storage";
import { eachEngine } from "@calcar/storage/testing";
import { beforeEach, expect, it } from "vitest";
import { type Accounts, accounts } from "./accounts.ts";
import { newWelcome } from "./welcome.store.ts";

const site = "clinic";
const PASSWORD = "a long enough password";
const ana = { name: "Ana Ruiz", email: "Ana@clinic.example", password: PASSWORD };
const cookieOf = (cookies: readonly string[]) => cookies[0]!.split(";")[0]!;

eachEngine((engine) => {
  let db: Db;
  let now: Date;
  let door: Accounts;
  const open = (origin = "http://127.0.0.1:4280") => accounts({ db, site, secret: "s".repeat(40), origin, now: () => now });
  const welcome = async () => (await newWelcome(db, site, now))!;
  const acts = async () => {
    const { rows } = await inSite(db, site, (tx) =>
      tx.query<{ act: string; actor: string; detail: object }>(`select act, actor, detail from audit_link order by sequence`),
    );
    return rows;
  };
  const signedIn = async () => {
    const opened = await door.openFirst({ token: await welcome(), ...ana });
    if (!opened.ok) throw new Error(opened.refusal.code);
    return cookieOf(opened.value);
  };

  beforeEach(async () => {
    db = await engine.emptyDb();
    now = new Date();
    door = await open();
  });

  it("opens the first account by the link and signs it in", async () => {
    const cookie = await signedIn();
    expect((await door.lookUp(cookie))?.person).toMatchObject({ name: "Ana Ruiz", email: "ana@clinic.example", role: "clinician" });
    expect((await acts()).map(({ act }) => act)).toEqual(["account.create", "account.sign-in"]);
    expect(await verifyChain(db, site)).toMatchObject({ ok: true, links: 2 });
  });

  it("sets one strict cookie that no script can read", async () => {
    await signedIn();
    const again = await door.signIn(ana.email, PASSWORD);
    expect(again).toMatchObject({
      ok: true,
      value: [expect.stringMatching(/^calcar\.session_token=.*Max-Age=43200.*HttpOnly.*SameSite=Strict$/i)],
    });
    expect(again.ok && again.value[0]).not.toMatch(/Secure/i);
  });

  it("marks the cookie Secure behind https", async () => {
    await signedIn();
    const again = await (await open("https://hips.example")).signIn(ana.email, PASSWORD);
    expect(again.ok && again.value[0]).toMatch(/^__Secure-calcar\.session_token=.*; Secure/i);
  });

  it("keeps the password and the token of the link as hashes only", async () => {
    const token = await welcome();
    await door.openFirst({ token, ...ana });
    const read = (table: string) => inSite(db, site, (tx) => tx.query(`select * from auth.${table}`));
    const everything = JSON.stringify(await Promise.all(["person", "credential", "session", "welcome"].map(read)));
    expect(everything).not.toContain(PASSWORD);
    expect(everything).not.toContain(token);
  });

  it("takes the link once", async () => {
    const token = await welcome();
    const both = await Promise.all([door.openFirst({ token, ...ana }), door.openFirst({ token, ...ana, email: "eve@clinic.example" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "not-permitted", code: "welcome-link" } });
  });

  it("refuses a wrong, a replaced and an expired link, and writes nothing", async () => {
    const replaced = await welcome();
    const latest = await welcome();
    const refused = { ok: false, refusal: { kind: "not-permitted", code: "welcome-link" } };
    expect(await door.openFirst({ token: "x".repeat(43), ...ana })).toEqual(refused);
    expect(await door.openFirst({ token: replaced, ...ana })).toEqual(refused);
    now = new Date(now.getTime() + 24 * 3_600_000);
    expect(await door.openFirst({ token: latest, ...ana })).toEqual(refused);
    expect(await acts()).toEqual([]);
  });

  it("makes no link once there is an account", async () => {
    await signedIn();
    expect(await newWelcome(db, site, now)).toBeUndefined();
  });

  it("refuses a wrong password and an unknown address alike, and notes both", async () => {
    await signedIn();
    const refused = { ok: false, refusal: { kind: "not-permitted", code: "wrong-credentials" } };
    expect(await door.signIn(ana.email, "not the password")).toEqual(refused);
    expect(await door.signIn("eve@clinic.example", PASSWORD)).toEqual(refused);
    expect((await acts()).slice(2)).toMatchObject([
      { act: "account.sign-in-refused", actor: "system" },
      { act: "account.sign-in-refused", actor: "system" },
    ]);
  });

  it("ends the session on the server, not only in the browser", async () => {
    const cookie = await signedIn();
    expect(await door.signOut(cookie)).toEqual(["calcar.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict"]);
    expect(await door.lookUp(cookie)).toBeUndefined();
    expect((await acts()).at(-1)).toMatchObject({ act: "account.sign-out" });
  });

  it("clears the cookies of a session that is not there, and notes nothing", async () => {
    expect(await door.signOut("calcar.session_token=made-up.signature")).toHaveLength(1);
    expect(await acts()).toEqual([]);
  });

  it("knows no forged cookie and none signed with another secret", async () => {
    const cookie = await signedIn();
    const other = await accounts({ db, site, secret: "t".repeat(40), origin: "http://127.0.0.1:4280", now: () => now });
    expect(await other.lookUp(cookie)).toBeUndefined();
    expect(await door.lookUp(`${cookie}x`)).toBeUndefined();
  });

  it("opens no session when the audit cannot be written", async () => {
    await signedIn();
    const sessions = () => inSite(db, site, (tx) => tx.query(`select id from auth.session`));
    const before = (await sessions()).rows.length;
    await db.query(`alter table audit_link add constraint closed check (act <> 'account.sign-in') not valid`);
    await expect(door.signIn(ana.email, PASSWORD)).rejects.toThrow();
    await db.query(`alter table audit_link drop constraint closed`);
    expect((await sessions()).rows).toHaveLength(before);
  });
});
