/** Who may import whom. The import check and the drawing in ARCHITECTURE.md are both made from this table. */
module.exports = {
  vocabulary: [],
  statistics: ["vocabulary"],
  access: ["vocabulary"],
  catalog: ["vocabulary"],
  storage: ["vocabulary", "access"],
  instruments: ["vocabulary", "catalog"],
  evidence: ["vocabulary", "catalog", "statistics", "instruments"],
  extraction: ["vocabulary", "catalog", "statistics"],
  guidance: ["vocabulary", "catalog", "evidence"],
  claims: ["vocabulary", "catalog", "evidence"],
  registry: ["vocabulary", "catalog", "access", "storage", "guidance"],
  library: ["vocabulary", "access", "storage"],
  figures: ["vocabulary", "evidence"],
  report: ["vocabulary", "catalog", "evidence", "figures"],
  contract: ["vocabulary", "catalog", "instruments", "evidence", "extraction", "guidance", "claims", "registry", "library"], // their schema entries only
};
