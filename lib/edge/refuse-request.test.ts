import { describe, expect, it } from "vitest";
import { allowedHosts, plainHttpWarning, readReach, type Reached } from "./read-reach";
import { refuseRequest } from "./refuse-request";

const loopback = edgeOf({});
const network = edgeOf({ HOST: "0.0.0.0", THROUGHLINE_URL: "https://cases.example.com" });

function edgeOf(env: Readonly<Record<string, string>>) {
  const reached = readReach(env, 3000);
  if ("problem" in reached) throw new Error(reached.problem);
  return { reach: reached.reach, url: reached.url, hosts: allowedHosts(reached, 3000) };
}

const status = (
  edge: typeof loopback,
  headers: Readonly<Record<string, string>>,
  { method = "GET", url = "/cases" } = {},
) =>
  refuseRequest(
    { headers: { host: "127.0.0.1:3000", ...headers }, httpVersion: "1.1", method, url },
    edge,
  )?.status;

describe("a request", () => {
  it("is for this server by any name of this machine, or by the one people use", () => {
    for (const host of ["127.0.0.1:3000", "localhost:3000", "LOCALHOST:3000", "[::1]:3000"]) {
      expect(status(loopback, { host })).toBeUndefined();
    }
    expect(status(network, { host: "cases.example.com" })).toBeUndefined();
  });

  it.each([
    ["a name that was made to resolve here", "evil.example:3000"],
    ["another port", "127.0.0.1:3001"],
    ["no port", "127.0.0.1"],
    ["an address in other digits", "2130706433:3000"],
    ["nothing", ""],
  ])("is refused for %s", (_, host) => {
    expect(status(loopback, { host })).toBe(421);
  });

  it("on a network is not for the machine's own names", () => {
    expect(status(network, { host: "127.0.0.1:3000" })).toBe(421);
  });

  it("that a proxy passed on is refused where no proxy is known of", () => {
    for (const name of ["x-forwarded-for", "x-forwarded-host", "forwarded", "via"]) {
      expect(status(loopback, { [name]: "cases.example.com" })).toBe(403);
      expect(status(network, { host: "cases.example.com", [name]: "10.0.0.1" })).toBeUndefined();
    }
  });

  it("is refused at an address that encodes no text", () => {
    expect(status(loopback, {}, { url: "/cases/%E0%A4%A" })).toBe(400);
    expect(status(loopback, {}, { url: "/cases?q=%" })).toBeUndefined();
  });

  it("that changes something must come from a page of this server", () => {
    const own = { origin: "http://127.0.0.1:3000" };
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      expect(status(loopback, own, { method })).toBeUndefined();
      expect(status(loopback, {}, { method })).toBe(403);
      expect(status(loopback, { origin: "null" }, { method })).toBe(403);
      expect(status(loopback, { origin: "http://evil.example" }, { method })).toBe(403);
    }
  });

  it("that changes something on a network must come from a page under TLS too", () => {
    const host = "cases.example.com";
    const from = (origin: string) => status(network, { host, origin }, { method: "POST" });
    expect(from("https://cases.example.com")).toBeUndefined();
    expect(from("http://cases.example.com")).toBe(403);
  });

  it("that calls an action names it as the framework does, so that no log quotes what it says", () => {
    const own = { origin: "http://127.0.0.1:3000" };
    const asked = (id: string) =>
      status(loopback, { ...own, "next-action": id }, { method: "POST" });
    expect(asked("40ab".repeat(10))).toBeUndefined();
    for (const id of ["", "\u001b[31m", "FORGED".repeat(7), "%0d%0a", "40ab".repeat(9)]) {
      expect(asked(id)).toBe(400);
    }
  });

  it("with traces comes from a program, which names no page", () => {
    for (const url of [
      "/v1/traces",
      "/v1/traces/",
      "/tracer/v1/traces",
      "/api/public/otel/v1/traces?x=1",
      "/api/otel/v1/traces",
      "/otel/v1/logs/",
    ]) {
      expect(status(loopback, {}, { method: "POST", url })).toBeUndefined();
    }
    expect(status(loopback, {}, { method: "POST", url: "/cases/v1/" })).toBe(403);
  });
});

describe("where the server is reached", () => {
  const reach = (env: Readonly<Record<string, string>>): Reached | { problem: string } =>
    readReach(env, 3000);

  it("is this machine, unless somebody says otherwise", () => {
    const own = { host: "127.0.0.1", reach: "loopback", url: "http://127.0.0.1:3000" };
    expect(reach({})).toEqual(own);
    expect(reach({ HOST: "", THROUGHLINE_URL: "" })).toEqual(own);
    expect(reach({ THROUGHLINE_URL: "http://localhost:3000" })).toMatchObject({
      reach: "loopback",
    });
  });

  it("is a network where it binds to another address, or is known by one", () => {
    const url = "https://cases.example.com";
    expect(reach({ HOST: "0.0.0.0", THROUGHLINE_URL: url })).toMatchObject({ reach: "network" });
    expect(reach({ THROUGHLINE_URL: url })).toMatchObject({ reach: "network", host: "127.0.0.1" });
  });

  it("must be said where others reach it", () => {
    expect(reach({ HOST: "0.0.0.0" })).toMatchObject({
      problem: expect.stringContaining("THROUGHLINE_URL") as string,
    });
    expect(reach({ THROUGHLINE_URL: "cases.example.com" })).toHaveProperty("problem");
  });

  it("is no network without TLS, unless configured explicitly", () => {
    const env = { HOST: "0.0.0.0", THROUGHLINE_URL: "http://cases.example.com" };
    expect(reach(env)).toMatchObject({
      problem: expect.stringContaining("readable") as string,
    });
    const allowed = reach({ ...env, THROUGHLINE_PLAIN_HTTP: "1" });
    expect(allowed).toMatchObject({ reach: "network", url: "http://cases.example.com" });
    expect("problem" in allowed ? null : plainHttpWarning(allowed)).toContain("Without TLS");
    const own = reach({});
    expect("problem" in own ? "" : plainHttpWarning(own)).toBeNull();
  });
});
