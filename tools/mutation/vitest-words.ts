export { expect } from "vitest";
export { beforeAll, describe, it } from "./collected.ts";
