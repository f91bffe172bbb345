import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Document, isMap, isScalar, visit } from "yaml";
import type { z } from "zod";

const WIDTH = 110;

/** Writes one knowledge file: keys in the order of the schema, short maps on one line, dates quoted, nothing left out. */
export function writeYaml<T>(folder: string, path: string, schema: z.ZodType<T>, value: T): void {
  const ordered = inOrder(schema, value);
  const checked = schema.safeParse(ordered);
  if (!checked.success) throw new Error(`${path}: ${checked.error.message}`);
  const document = new Document(ordered, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      if (key === "key") return;
      const text = typeof node.value === "string" ? node.value : "";
      if (/^\d{4}-\d{2}-\d{2}$/.test(text) || /^(y|n|yes|no|on|off)$/i.test(text)) node.type = "QUOTE_DOUBLE";
    },
    Map(key, node) {
      if (key !== null && node.items.every(({ value }) => isScalar(value)) && JSON.stringify(node).length <= WIDTH - 20) node.flow = true;
    },
    Seq(_key, node) {
      if (node.items.every((item) => isScalar(item) && typeof item.value === "number")) node.flow = true;
      if (node.items.every((item) => isScalar(item)) && JSON.stringify(node).length <= WIDTH - 30) node.flow = true;
      if (node.items.some((item) => isMap(item) && !item.flow)) node.flow = false;
    },
  });
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), document.toString({ lineWidth: WIDTH, flowCollectionPadding: true }));
}

/** The value with its keys as the schema lists them, undefined ones dropped. */
function inOrder(schema: z.core.$ZodType, value: unknown): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (value === undefined || value === null) return value;
  if (def.type === "optional") return inOrder(def.innerType, value);
  if (def.type === "lazy") return inOrder(def.getter(), value);
  if (def.type === "array") return (value as unknown[]).map((item) => inOrder(def.element, item));
  if (def.type === "union") {
    const type = typeof value === "object" && "type" in value ? (value.type as string) : undefined;
    const option = def.options.find((candidate) => candidate._zod.propValues?.type?.has(type));
    return option ? inOrder(option, value) : value;
  }
  if (def.type !== "object") return value;
  const known = Object.keys(def.shape);
  const given = value as Record<string, unknown>;
  const strangers = Object.keys(given).filter((key) => given[key] !== undefined && !known.includes(key));
  if (strangers.length > 0) throw new Error(`no place for ${strangers.join(", ")}`);
  return Object.fromEntries(known.filter((key) => given[key] !== undefined).map((key) => [key, inOrder(def.shape[key]!, given[key])]));
}
