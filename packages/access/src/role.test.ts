import { expect, it } from "vitest";
import { ACTS, may, ROLES } from "./role.ts";

it("lets a clinician work on the record, and leaves the accounts alone", () => {
  expect(ACTS.filter((act) => may("clinician", act))).toEqual([
    "knowledge.read",
    "record.read",
    "patient.add",
    "hip.open",
    "evaluation.create",
    "evaluation.save",
    "evaluation.answer",
    "library.read",
    "library.add",
    "library.check",
    "library.delete",
    "account.sign-in",
    "account.sign-out",
  ]);
});

it("lets an administrator run accounts and read the audit, and shows no record", () => {
  expect(ACTS.filter((act) => may("administrator", act))).toEqual([
    "knowledge.read",
    "library.read",
    "library.add",
    "library.check",
    "library.delete",
    "account.create",
    "account.sign-in",
    "account.sign-out",
    "account.change-role",
    "audit.read",
  ]);
});

it.each(["", "owner", "toString", "__proto__", "Clinician"])("permits nothing to the unknown role %j", (role) => {
  expect(ACTS.filter((act) => may(role, act))).toEqual([]);
});

it("permits nobody to be refused at the door on purpose", () => {
  expect(ROLES.filter((role) => may(role, "account.sign-in-refused"))).toEqual([]);
});
