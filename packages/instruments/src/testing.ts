export { judgeVector } from "./testing/judge-vector.ts";
export { valueSetForTests } from "./testing/value-sets.ts";
