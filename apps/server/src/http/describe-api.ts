import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** Collects the routes and their schemas into one OpenAPI 3.1 document. To be registered before the routes. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Calcar", version, description: "Evidence for cell therapy of the hip: evaluate, pool, explain, record." },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "calcar.session_token" } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
}
