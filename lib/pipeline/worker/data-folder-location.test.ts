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
      expect(() => workspacePath("main", "/tmp")).toThrow(/namespace .* 40 letters/u);
    },
  );

  it.each(["Namespace", "name_space", "namspace", "namespcae", "amp;namespace", "nampesaces"])(
    "is refused where the setting misspells the parameter that names it: %s",
    (parameter) => {
      vi.stubEnv(
        "THROUGHLINE_DATABASE_URL",
        `postgres://db/cases?sslmode=require&${parameter}=acme`,
      );
      expect(() => workspacePath("main", "/tmp")).toThrow(/misspelt "namespace"/);
    },
  );

  it("is refused where the setting names two", () => {
    vi.stubEnv("THROUGHLINE_DATABASE_URL", "postgres://db/cases?namespace=acme&namespace=other");
    expect(() => workspacePath("main", "/tmp")).toThrow(/write namespace=…, once/);
  });

  it("is not refused for parameters of servers, drivers and providers", () => {
    const names =
      "host hostaddr port dbname user password passfile require_auth channel_binding connect_timeout client_encoding options application_name fallback_application_name keepalives keepalives_idle tcp_user_timeout replication gssencmode sslmode sslnegotiation sslcompression sslcert sslkey sslpassword sslrootcert sslcrl sslsni requirepeer krbsrvname gsslib service target_session_attrs load_balance_hosts pgbouncer connection_limit pool_timeout pool_mode schema search_path currentSchema statement_timeout query_timeout lock_timeout uselibpqcompat ssl encoding endpoint project sslaccept supa workaround";
    const query = names.split(" ").map((name) => `${name}=1`);
    vi.stubEnv("THROUGHLINE_DATABASE_URL", `postgres://db/cases?${query.join("&")}`);
    expect(workspacePath("main", "/tmp")).toContain("namespace=throughline_main");
  });

  it.each([
    "ada:%ff@db/cases",
    "ada:se#cret@db/cases",
    "ada:se/cret@db/cases",
    "ada:1#secret@db/cases",
    "ada:1/secret@db/cases",
    "ada:1?secret@db/cases",
    "ada:secret@db:54x2/cases",
    "ada:secret@db:99999/cases",
  ])("is refused with what to do where it cannot be read, without repeating it: %s", (rest) => {
    vi.stubEnv("THROUGHLINE_DATABASE_URL", `postgres://${rest}`);
    expect(() => workspacePath("main", "/tmp")).toThrow(/percent-encode .* port as a number/);
    expect(() => workspacePath("main", "/tmp")).not.toThrow(/cret/);
  });

  it("is shown without who signs in", () => {
    expect(shownLocation("postgres://ada:secret@db:5432/cases?namespace=acme_main")).toBe(
      "postgres://db:5432/cases?namespace=acme_main",
    );
    expect(shownLocation("/data/main.db")).toBe("/data/main.db");
  });
});
