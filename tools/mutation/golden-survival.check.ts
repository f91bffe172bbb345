import { survivalOperations } from "../../packages/statistics/src/golden/survival.ts";
import { agreesWithR } from "./golden-cases.ts";

// Awkward input stays out: its cases would bring every other family along, and the tests beside the source ask for it too.
agreesWithR(survivalOperations);
