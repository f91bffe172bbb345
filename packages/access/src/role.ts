export const ROLES = ["clinician", "administrator"] as const;
/** What a person is at one site. */
export type Role = (typeof ROLES)[number];

export const ACTS = [
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
  "account.create",
  "account.sign-in",
  "account.sign-in-refused",
  "account.sign-out",
  "account.change-role",
  "audit.read",
] as const;
/** Everything that may be permitted, and everything that the audit knows by name. */
export type Act = (typeof ACTS)[number];

const everybody: readonly Act[] = [
  "knowledge.read",
  "library.read",
  "library.add",
  "library.check",
  "library.delete",
  "account.sign-in",
  "account.sign-out",
];

const permitted: Readonly<Record<Role, ReadonlySet<Act>>> = {
  clinician: new Set([...everybody, "record.read", "patient.add", "hip.open", "evaluation.create", "evaluation.save", "evaluation.answer"]),
  administrator: new Set([...everybody, "account.create", "account.change-role", "audit.read"]),
};

/**
 * Whether a role permits an act. What is not listed is not permitted: an administrator runs the accounts and
 * reads the audit without seeing a patient's record, a clinician works on records without touching accounts.
 * Both use the library of checked pages, which holds no patient.
 *
 * @param role as stored with the account; an unknown role permits nothing
 */
export function may(role: string, act: Act): boolean {
  return isRole(role) && permitted[role].has(act);
}

/** Whether the text names a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
