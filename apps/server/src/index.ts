export { type Address, readAddress } from "./start/address.ts";
export { type NotStarted, type Started, type StartOptions, startServer } from "./start/start-server.ts";
export { type BuiltWeb, builtWeb } from "./web/build-web.ts";
