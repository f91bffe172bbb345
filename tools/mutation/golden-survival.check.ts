import { edgeOperations } from "../../packages/statistics/src/golden/edge.ts";
import { survivalOperations } from "../../packages/statistics/src/golden/survival.ts";
import { survivalEdges } from "../../packages/statistics/src/golden/survival-edges.ts";
import { agreesWithR } from "./golden-cases.ts";

agreesWithR({ ...survivalOperations, ...edgeOperations }, ({ id, op }) => op !== "edge" || id.replace(/^edge-/, "") in survivalEdges);
