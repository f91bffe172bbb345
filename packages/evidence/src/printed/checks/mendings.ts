import type { StatementOf } from "../statement.ts";
import { checkPAndInterval } from "./interval-tests.ts";
import { mended } from "./scale.ts";

type Estimate = StatementOf<"estimate">;

/** What would make value and interval fit, and which of that the printed p supports as well. */
export function mendings(statement: Estimate): string[] {
  return mended(statement).map((fitting) => {
    const { value, interval } = fitting;
    const supported = statement.p !== undefined && checkPAndInterval(fitting).some(({ verdict }) => verdict === "agrees");
    return `${value} (${interval![0]} to ${interval![1]})${supported ? ", which fits p as well" : ""}`;
  });
}
