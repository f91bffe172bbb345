const rooms = require("./rooms.cjs");

const walls = Object.entries(rooms).map(([room, may]) => ({
  name: `${room}-imports`,
  severity: "error",
  from: { path: `^packages/${room}/` },
  to: { path: "^(packages|apps)/", pathNot: `^packages/(${[room, ...may].join("|")})/` },
}));

const noCycles = { name: "no-cycles", severity: "error", from: {}, to: { circular: true } };

const schemasOnly = {
  name: "contract-sees-schemas-only",
  severity: "error",
  from: { path: "^packages/contract/" },
  to: { path: "^packages/", pathNot: "^packages/(contract|vocabulary)/|/src/schema\\.ts$" },
};

const pureCore = {
  name: "pure-core",
  comment: "Only *.store.ts, storage, the catalog's folder reader and tests may touch a database, the file system or the network.",
  severity: "error",
  from: { path: "^packages/(?!storage/)", pathNot: "(\\.store|\\.test|/testing|/index)\\.ts$|^packages/catalog/src/folder/" },
  to: { path: "(\\.store\\.ts|^(node:)?(fs|fs/promises|net|http|https|child_process)(/|$))" },
};

const browserSafe = {
  name: "web-never-sees-a-store",
  severity: "error",
  from: { path: "^apps/web/src/" },
  to: { path: "^packages/(storage|registry|catalog)/(?!src/schema\\.ts)" },
};

module.exports = {
  forbidden: [...walls, noCycles, schemasOnly, pureCore, browserSafe],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
