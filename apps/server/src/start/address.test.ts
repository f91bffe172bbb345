import { expect, it } from "vitest";
import { type Address, originOf, ownHosts, ownOrigins, readAddress } from "./address.ts";

const asked = { host: "127.0.0.1", port: "4280", publicUrl: undefined };
const good = (over: Partial<Parameters<typeof readAddress>[0]> = {}) => readAddress({ ...asked, ...over }) as Address;
const places = (over: Partial<Parameters<typeof readAddress>[0]>) => {
  const read = readAddress({ ...asked, ...over });
  return "problems" in read ? read.problems.map(({ place }) => place) : [];
};

it("listens on this machine alone", () => {
  expect(good()).toEqual({ host: "127.0.0.1", port: 4280, publicUrl: undefined });
  expect(originOf(good(), 4281)).toBe("http://127.0.0.1:4281");
  expect(originOf(good({ host: "::1" }), 4280)).toBe("http://[::1]:4280");
});

it.each(["-1", "65536", "80a", "", "1e3", "4280.0"])("refuses %o as a port", (port) => expect(places({ port })).toEqual(["--port"]));

it.each(["0.0.0.0", "::", "192.168.1.4", "clinic"])("refuses to listen on %s without an https address in front", (host) => {
  expect(places({ host })).toEqual(["--host"]);
  expect(places({ host, publicUrl: "http://127.0.0.1:4280" })).toEqual(["--host"]);
  expect(places({ host, publicUrl: "https://hips.example" })).toEqual([]);
});

it.each([
  "hips.example",
  "ftp://hips.example",
  "http://hips.example",
  "https://hips.example/calcar",
  "https://u@hips.example",
  "https://h/?q",
])("refuses %s as the address in front", (publicUrl) => expect(places({ publicUrl })).toEqual(["CALCAR_URL"]));

it("names every problem at once", () =>
  expect(places({ host: "0.0.0.0", port: "x", publicUrl: "y" })).toEqual(["--port", "CALCAR_URL", "--host"]));

it("answers to this machine's names at its own port only", () => {
  expect([...ownHosts(good(), 4280)]).toEqual(["127.0.0.1:4280", "localhost:4280", "[::1]:4280"]);
  expect(ownOrigins(good(), 4280).has("http://localhost:4280")).toBe(true);
});

it("takes writes from the https address only once there is one", () => {
  const behind = good({ publicUrl: "https://hips.example" });
  expect([...ownOrigins(behind, 4280)]).toEqual(["https://hips.example"]);
  expect(ownHosts(behind, 4280).has("hips.example")).toBe(true);
});
