import { afterEach, describe, expect, it, vi } from "vitest";
import { createScratch } from "@/lib/testing/run-cli";
import { accessPath, shownLocation, workspacePath } from "./data-folder";

const scratch = createScratch();
afterEach(() => vi.unstubAllEnvs());

describe("where a workspace is", () => {
  it("is a file of the data folder where no server is named", () => {
    vi.stubEnv("THROUGHLINE_DATABASE_URL", "");
    expect(workspacePath("main", scratch.folder())).toMatch(/main\.db$/);
    scratch.remove();
  });

  it("is a namespace of the server that is named, each its own", () => {
    vi.stubEnv("THROUGHLINE_DATABASE_URL", "postgres://ada:secret@db:5432/cases?sslmode=require");
    const places = [
      workspacePath("main", "/tmp"),
      workspacePath("demo", "/tmp"),
      accessPath("/tmp"),
    ];
    expect(places.map((place) => new URL(place).searchParams.get("namespace"))).toEqual([
      "throughline_main",
      "throughline_demo",
      "throughline_access",
    ]);
    expect(new URL(places[0] ?? "").searchParams.get("sslmode")).toBe("require");
  });

  it("takes the beginning of its name from the setting", () => {
    vi.stubEnv("THROUGHLINE_DATABASE_URL", "postgresql://db/cases?namespace=acme");
    expect(workspacePath("main", "/tmp")).toContain("namespace=acme_main");
  });

  it("is refused where the setting names something else, without repeating it", () => {
    vi.stubEnv("THROUGHLINE_DATABASE_URL", "mysql://ada:secret@db/cases");
    expect(() => workspacePath("main", "/tmp")).toThrow(/must be a PostgreSQL URL/);
    expect(() => workspacePath("main", "/tmp")).not.toThrow(/secret/);
  });

  it.each(["a".repeat(41), "pg", "pg_acme", "1st", "", "a.b", 'a"b'])(
    "is refused where its name would not be PostgreSQL's own: %s",
    (namespace) => {
      const url = new URL("postgres://ada:secret@db/cases");
      url.searchParams.set("namespace", namespace);
      vi.stubEnv("THROUGHLINE_DATABASE_URL", url.href);
      expect(() => workspacePath("main", "/tmp")).toThrow(/^The namespace .* at most 40 letters/u);
    },
  );

  it("is refused where node-postgres could not read it", () => {
    vi.stubEnv("THROUGHLINE_DATABASE_URL", "postgres://ada:%ff@db/cases");
    expect(() => workspacePath("main", "/tmp")).toThrow(/must be a PostgreSQL URL/);
  });

  it("is shown without who signs in", () => {
    expect(shownLocation("postgres://ada:secret@db:5432/cases?namespace=acme_main")).toBe(
      "postgres://db:5432/cases?namespace=acme_main",
    );
    expect(shownLocation("/data/main.db")).toBe("/data/main.db");
  });
});
