import { edgeOperations } from "../../packages/statistics/src/golden/edge.ts";
import { metaOperations } from "../../packages/statistics/src/golden/meta.ts";
import { survivalEdges } from "../../packages/statistics/src/golden/survival-edges.ts";
import { agreesWithR } from "./golden-cases.ts";

agreesWithR({ ...metaOperations, ...edgeOperations }, ({ id }) => !(id.replace(/^edge-/, "") in survivalEdges));
