import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as room from "./index.ts";

const home = join(import.meta.dirname, "..");
const pages = ["README.md", "EXAMPLES.md"].map((name) => ({ name, text: readFileSync(join(home, name), "utf8") }));
const examples = pages.flatMap(({ name, text }) =>
  text
    .split(/^## /m)
    .flatMap((section) =>
      [...section.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => ({ title: `${name}: ${section.split("\n")[0]}`, code })),
    ),
);

describe("the examples", () => {
  it.each(examples)("$title prints what its comments say", ({ code }) => {
    const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    expect(promised.length).toBeGreaterThan(0);
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module-typescript", "-e", code], { cwd: home, encoding: "utf8" });
    expect(stdout.trimEnd().split("\n"), stderr).toEqual(promised);
  });

  it("are sound for the compiler too", () => {
    const files = new Map(examples.map(({ code }, i) => [join(home, "src", `example-${i}.ts`), code]));
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(home, "..", "..", "tsconfig.json"), ts.sys.readFile).config,
      ts.sys,
      home,
    );
    const host = ts.createCompilerHost(options);
    const readFile = host.readFile.bind(host);
    const exists = host.fileExists.bind(host);
    const program = ts.createProgram([...files.keys()], options, {
      ...host,
      fileExists: (file) => files.has(file) || exists(file),
      readFile: (file) => files.get(file) ?? readFile(file),
      getSourceFile: (file, version) => ts.createSourceFile(file, files.get(file) ?? readFile(file) ?? "", version),
    });
    const faults = [...files.keys()].flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))).toEqual([]);
  }, 60_000);
});

describe("the list of functions", () => {
  const rows = pages[0]!.text.split("\n").filter((line) => line.startsWith("| ") && line.endsWith("` |"));
  const listed = rows.flatMap((line) =>
    [
      ...line
        .split(" | ")
        .at(-1)!
        .matchAll(/`([\w.*]+)`/g),
    ].map(([, name]) => name!.replace(/\.\*$/, "")),
  );

  it("names only what the room has", () => expect(listed.filter((name) => !(name in room))).toEqual([]));

  it("names every function that the room has", () => {
    const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(functions.filter((name) => !listed.includes(name))).toEqual([]);
  });
});
