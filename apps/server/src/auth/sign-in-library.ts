import { betterAuth } from "better-auth/minimal";
import type { AuthTables } from "./auth-tables.ts";

export const SESSION_HOURS = 12; // a working day; nobody is signed in for longer without saying the password again
export const SHORTEST_PASSWORD = 12;

export interface SignInOptions {
  readonly tables: AuthTables;
  readonly secret: string;
  readonly origin: string; // "https://..." makes every cookie Secure
}

/** better-auth, cut down to what Calcar uses: sign-in with e-mail and password, and sessions in one strict cookie. */
export const signInLibrary = ({ tables, secret, origin }: SignInOptions) =>
  betterAuth({
    appName: "Calcar",
    baseURL: origin,
    secret,
    database: tables.adapter,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours stands before it
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD, maxPasswordLength: 200 },
    user: {
      modelName: "person",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
      additionalFields: { role: { type: "string", input: false, required: true } },
    },
    session: {
      modelName: "session",
      fields: {
        userId: "person",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
      expiresIn: SESSION_HOURS * 3_600,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "credential",
      fields: {
        userId: "person",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    advanced: {
      cookiePrefix: "calcar",
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", path: "/" },
      database: { generateId: "uuid" },
    },
  });

export type SignInLibrary = ReturnType<typeof signInLibrary>;
