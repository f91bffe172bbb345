import { parseArgs } from "node:util";
import { JURISDICTIONS } from "@calcar/catalog/schema";
import { dayOf } from "@calcar/vocabulary";
import { EXIT, type Io } from "../io.ts";
import { oneOf } from "../options.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar lsp [options]

A language server over standard input and output: an editor shows the sentences that no evidence bears while they are written, with the
reasons, and offers an honest wording. For text, Markdown and HTML. Nothing is fetched and nothing leaves the machine.

  --jurisdiction ${JURISDICTIONS.join("|")}   whose law to name; may be repeated; all unless stated
  --language en|es

  Start it from an editor as: npm run -s calcar -- lsp
`;

/** Speaks the Language Server Protocol until the editor says goodbye. */
export async function lsp(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      jurisdiction: { type: "string", multiple: true },
      language: { type: "string", default: "en" },
      stdio: { type: "boolean" }, // editors add it
      help: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  if (positionals.length > 0) throw new UsageError("lsp takes no FILE: the editor sends the text");
  const { serveLanguage } = await import("../language-server/serve-language.ts");
  await serveLanguage(io.streams(), {
    catalog: io.catalog(),
    today: () => dayOf(io.now),
    jurisdictions: values.jurisdiction?.map((stated) => oneOf("--jurisdiction", stated, JURISDICTIONS)),
    language: oneOf("--language", values.language, ["en", "es"]),
  });
  return EXIT.done;
}
