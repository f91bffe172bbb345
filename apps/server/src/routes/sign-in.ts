import { Welcome } from "@calcar/contract";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { limitGuesses, signInRate, welcomeRate } from "../http/rates.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const SignIn = z.strictObject({ email: z.email().max(200), password: z.string().min(1).max(200) });
const nothing = { 204: z.undefined(), ...refusals };

/** The only routes that write without a session: the first account, coming in, and going out. */
export function signIn(app: App, { accounts, sessions }: Running): void {
  app.post(
    "/api/welcome",
    { config: { rateLimit: welcomeRate }, schema: { security: [], body: Welcome, response: nothing } },
    async (request, reply) => {
      const opened = await accounts.openFirst(request.body);
      return opened.ok ? reply.header("set-cookie", opened.value).code(204).send() : sendRefusal(reply, opened.refusal);
    },
  );

  app.post(
    "/api/auth/sign-in/email",
    { config: { rateLimit: signInRate }, preHandler: limitGuesses(app), schema: { security: [], body: SignIn, response: nothing } },
    async (request, reply) => {
      const { email, password } = request.body;
      const signedIn = await accounts.signIn(email, password);
      return signedIn.ok ? reply.header("set-cookie", signedIn.value).code(204).send() : sendRefusal(reply, signedIn.refusal);
    },
  );

  app.post("/api/auth/sign-out", { schema: { response: nothing } }, async (request, reply) => {
    const cookies = await accounts.signOut(request.headers.cookie ?? "");
    sessions.forget(request.headers.cookie);
    return reply.header("set-cookie", cookies).code(204).send();
  });
}
