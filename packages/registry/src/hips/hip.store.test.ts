import { randomUUID } from "node:crypto";
import { verifyChain } from "@calcar/storage";
import { eachEngine } from "@calcar/storage/testing";
import { expect, it } from "vitest";
import { listPatients } from "../patients/patient.store.ts";
import { Hip } from "../schema.ts";
import { openHip } from "./hip.store.ts";

const ana = { site: "clinic", actor: "ana", at: new Date("2026-11-21T12:00:00.123Z") };
const wanted = (pseudonym: string, side: "left" | "right") => ({ pseudonym, side, ids: { patient: randomUUID(), hip: randomUUID() } });

eachEngine((engine) => {
  it("makes the hip and its patient, and says who did", async () => {
    const db = await engine.emptyDb();
    const hip = wanted("CAL-001", "left");

    const opened = await openHip(db, ana, hip);

    const value = { id: hip.ids.hip, patient: hip.ids.patient, pseudonym: "CAL-001", side: "left", createdAt: "2026-11-21T12:00:00.123Z" };
    expect(opened).toEqual({ ok: true, value });
    expect(Hip.parse(value)).toEqual(value);
    const { rows } = await db.query(`select act, actor, subject_id as subject, detail from audit_link order by sequence`);
    expect(rows).toEqual([
      { act: "patient.add", actor: "ana", subject: hip.ids.patient, detail: {} },
      { act: "hip.open", actor: "ana", subject: hip.ids.hip, detail: { patient: hip.ids.patient, side: "left" } },
    ]);
  });

  it("gives the same hip again, however the pseudonym is cased, and writes nothing", async () => {
    const db = await engine.emptyDb();
    const first = await openHip(db, ana, wanted("CAL-001", "left"));
    const again = await openHip(db, { ...ana, actor: "ben" }, wanted(" cal-001 ", "left"));

    expect(again).toEqual(first);
    expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 2 });
  });

  it("keeps the two sides of one patient apart", async () => {
    const db = await engine.emptyDb();
    await openHip(db, ana, wanted("CAL-002", "right"));
    await openHip(db, ana, wanted("CAL-002", "left"));
    await openHip(db, ana, wanted("cal-001", "left"));

    expect(await listPatients(db, ana)).toEqual([
      { id: expect.any(String), pseudonym: "cal-001", sides: ["left"] },
      { id: expect.any(String), pseudonym: "CAL-002", sides: ["left", "right"] },
    ]);
  });

  it("gives twenty people who ask at once one hip", async () => {
    const db = await engine.emptyDb();
    const opened = await Promise.all(Array.from({ length: 20 }, (_, n) => openHip(db, ana, wanted(n % 2 ? "CAL-001" : "cal-001", "left"))));

    expect(new Set(opened.map((one) => one.ok && one.value.id)).size).toBe(1);
    expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 2 });
  });

  it("refuses a pseudonym that may be a name, and stores nothing", async () => {
    const db = await engine.emptyDb();
    const opened = await openHip(db, ana, wanted("MARIA", "left"));

    expect(opened).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", code: "pseudonym", problems: [{ problem: "it may be a name" }] },
    });
    expect((await db.query(`select * from patient`)).rows).toEqual([]);
  });
});
