import { type BenchmarkRows, type PublishedPool, type PublishedPools, printedText } from "@calcar/evidence";
import { wrap } from "./wrap.ts";

/** What reviews pooled on a question: constants, each with its source; what is not established stands apart and says so. */
export function poolsText({ established, notEstablished }: PublishedPools): string {
  return `${[
    "Published pools: cited constants, never pooled with each other or with the studies on file. Reviews share trials.",
    ...(established.length === 0 ? ["- none on file"] : established.flatMap(pool)),
    ...(notEstablished.length > 0 ? ["", "NOT ESTABLISHED: recalled, or only in a seed page", ...notEstablished.flatMap(pool)] : []),
  ].join("\n")}\n`;
}

function pool(row: PublishedPool): string[] {
  const { label, review, outcome, timepoint, measure, value, interval, p, ratioOf, k, participants, i2, verified, source, doubts, notes } =
    row;
  const told = [
    `${row.intervention} against ${row.comparator ?? "nothing stated"}`,
    ...(ratioOf === "comparator-to-intervention" ? ["COMPARATOR OVER INTERVENTION"] : []),
    ...(k === null ? [] : [`${k} studies`]),
    ...(participants === null ? [] : [participants]),
    ...(i2 === null ? [] : [`I2 ${i2}%`]),
    ...(p === null ? [] : [`p ${p}`]),
  ];
  const limits = interval === null ? "no interval in any text at hand" : `${printedText(interval[0])} to ${printedText(interval[1])}`;
  return [
    `- ${label} (${review}), ${outcome}${timepoint === null ? "" : `, ${timepoint}`}: ${measure} ${printedText(value)} (${limits})`,
    `    ${wrap(told.join("; "), "    ")}`,
    ...doubts.map((doubt) => `    ${wrap(`DOES NOT ADD UP: ${doubt}`, "    ")}`),
    `    ${wrap(`source ${source}, ${verified}. ${notes.map((note) => note.replace(/\.$/, "")).join("; ")}`, "    ")}`,
  ];
}

/** What hip replacement does, one line for each figure with its source. */
export function benchmarksText({ established, notEstablished }: BenchmarkRows): string {
  const line = ({
    measures,
    says,
    population,
    value,
    unit,
    sd,
    interval,
    n,
    months,
    ground,
    note,
  }: BenchmarkRows["established"][number]) => {
    const figure = [value].flat().join(" to ");
    const told = [
      ...(interval ? [`95% interval ${interval[0]} to ${interval[1]}`] : []),
      ...(sd === undefined ? [] : [`SD ${sd}`]),
      ...(n === undefined ? [] : [`n ${n}`]),
      ...(months === undefined ? [] : [`${months} months`]),
    ];
    return `- ${wrap(`${measures.replaceAll("-", " ")}: ${says}, ${population}: ${figure} ${unit}${told.length > 0 ? ` (${told.join(", ")})` : ""}. Source ${ground.source}, ${ground.verified}${note === undefined ? "" : `. ${note}`}`, "  ")}`;
  };
  return `${[
    "Hip replacement, as published: figures to hold a result against. They enter no pool.",
    ...established.map(line),
    ...(notEstablished.length > 0 ? ["", "NOT ESTABLISHED: recalled, or only in a seed page", ...notEstablished.map(line)] : []),
  ].join("\n")}\n`;
}
