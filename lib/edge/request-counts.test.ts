import { afterEach, expect, it, vi } from "vitest";
import { countRequest, readRequestCounts, routeGroupOf } from "./request-counts";

it.each([
  ["/", "pages"],
  ["/cases/CS-1?period=all", "pages"],
  ["/metrics", "pages"],
  ["/metricsz", "probes"],
  ["/readyz?verbose", "probes"],
  ["/v1/traces", "ingest"],
  ["/api/public/otel/v1/traces/", "ingest"],
  ["/api/otel/v1/traces", "ingest"],
  ["/otel/v1/logs", "ingest"],
  ["/api/uploads", "ingest"],
  ["/api/v1/cases", "api"],
  ["/api/live/events", "events"],
  ["/sign-in?to=/v1/traces", "auth"],
  ["/_next/static/chunks/a.js", "static"],
])("%s belongs to %s", (url, group) => {
  expect(routeGroupOf(url)).toBe(group);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it("has a count of 0 of what was not asked for yet", () => {
  vi.stubGlobal("throughlineRequests", undefined);
  const failed = () =>
    readRequestCounts().find(({ group, status }) => group === "ingest" && status === "5xx")?.count;
  expect(failed()).toBe(0);
  countRequest("/v1/traces", 503);
  expect(failed()).toBe(1);
});
