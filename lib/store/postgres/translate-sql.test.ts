import { describe, expect, it } from "vitest";
import { translateSql } from "./translate-sql";

describe("SQL for PostgreSQL", () => {
  it("has numbered parameters in place of marks", () => {
    expect(translateSql("SELECT a FROM t WHERE b = ? AND c = ?")).toEqual({
      text: "SELECT a FROM t WHERE b = $1 AND c = $2",
      names: null,
    });
  });

  it("has one number for a name however often it stands", () => {
    expect(translateSql("SELECT @from + $until WHERE @from IS NULL")).toEqual({
      text: "SELECT $1 + $2 WHERE $1 IS NULL",
      names: ["from", "until"],
    });
  });

  it("quotes names in camel case, which would be folded", () => {
    expect(translateSql("SELECT case_id AS caseId, min(x) FROM t").text).toBe(
      'SELECT case_id AS "caseId", min(x) FROM t',
    );
  });

  it("leaves texts, quoted names and comments as they are", () => {
    const sql = `SELECT 'it''s ? @a camelCase', "is?" FROM t -- why? @b`;
    expect(translateSql(sql)).toEqual({ text: sql, names: null });
  });
});
