import type { Convention } from "../convention";

/**
 * Searches in vector databases, whoever traces them: the database's name says that a span retrieves.
 * Statements count only there, so that plain SQL stays silent.
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
