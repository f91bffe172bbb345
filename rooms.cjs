/** Who may import whom. The import check and the drawing in ARCHITECTURE.md are both made from this table. */
module.exports = {
  vocabulary: [],
  statistics: ["vocabulary"],
  access: ["vocabulary"],
  catalog: ["vocabulary"],
  storage: ["vocabulary", "access"],
  evidence: ["vocabulary", "catalog", "statistics"],
  guidance: ["vocabulary", "catalog", "evidence"],
  registry: ["vocabulary", "catalog", "access", "storage", "guidance"],
  figures: ["vocabulary", "evidence"],
  contract: ["vocabulary", "catalog", "evidence", "guidance", "registry"], // their schema entries only
};
