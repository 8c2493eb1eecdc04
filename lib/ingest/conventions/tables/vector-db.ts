import type { Convention } from "../convention";

/**
 * Vector database queries by any instrumentation: the database's name makes a span a retriever.
 * Statements are content only there, not on plain SQL spans.
 */
export const vectorDb: Convention = {
  name: "vector-db",
  isKindBound: true,
  kindKeys: ["db.system.name", "db.system", "vector_db.vendor"],
  input: [
    { key: "retrieval.query", form: "texts" },
    { key: "db.vector.query.content", form: "texts" },
    { key: "db.query.text", form: "texts" },
    { key: "db.statement", form: "texts" },
  ],
};
