import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendRefusal } from "../http/refusal-reply.ts";

const A_YEAR = "public, max-age=31536000, immutable";

/** Serves the built web app: files named by their content for ever, the page itself for whatever path it shows. */
export async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder !== undefined)
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      schemaHide: true,
      setHeaders: (reply, path) => reply.header("cache-control", path.includes("/assets/") ? A_YEAR : "no-cache"),
    });
  app.setNotFoundHandler((request, reply) =>
    folder !== undefined && asksForPage(request) ? sendPage(reply) : sendRefusal(reply, { kind: "not-found", code: "address" }),
  );
}

const sendPage = (reply: FastifyReply) => reply.header("cache-control", "no-cache").sendFile("index.html");

const asksForPage = ({ method, url, headers }: FastifyRequest) =>
  (method === "GET" || method === "HEAD") && !/^\/api(\/|$|\?)/.test(url) && (headers.accept ?? "").includes("text/html");
