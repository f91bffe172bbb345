export { ENCODINGS, type Encoding } from "./decode-text.ts";
export { type ImportOptions, importFile } from "./import-file.ts";
export { FORMATS, type ImportedEntry, type ImportedFile, type ImportFormat } from "./imported.ts";
export { type Library, libraryOf } from "./library.ts";
export { DECIMALS, type Decimal } from "./tables/printed-number.ts";
