import type { FastifyInstance } from "fastify";
import { serializerCompiler } from "fastify-type-provider-zod";
import type { z } from "zod";
import { BadInput, problemsOf } from "./bad-input.ts";

const PART: Readonly<Record<string, string>> = { body: "body", querystring: "query", params: "address", headers: "headers" };

/** Checks what comes in and what goes out against the schemas of the contract. */
export function checkSchemas(app: FastifyInstance): void {
  app.setSerializerCompiler(serializerCompiler);
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (sent) => {
    const read = schema.safeParse(sent, { reportInput: true });
    return read.success ? { value: read.data } : { error: new BadInput(problemsOf(PART[httpPart ?? ""] ?? "request", read.error.issues)) };
  });
}
