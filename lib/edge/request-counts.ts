/** What kind of address was asked for; the path itself is not kept, since it may hold ids. */
export type RouteGroup = "api" | "auth" | "events" | "ingest" | "pages" | "probes" | "static";

/** Requests of one group that were answered with one class of status, since the process started. */
export type RequestCount = {
  readonly group: RouteGroup;
  /** "2xx" to "5xx"; "none": the connection ended before an answer began. */
  readonly status: string;
  readonly count: number;
};

declare global {
  // The server in front of the app and the app's routes are separate bundles in one process.
  var throughlineRequests: Map<string, RequestCount> | undefined;
}

const groups: readonly (readonly [RouteGroup, RegExp])[] = [
  ["static", /^\/_next\//u],
  ["probes", /^\/(?:healthz|readyz|metricsz)\/?$/u],
  ["ingest", /^\/(?:v1|tracer\/v1|api\/public\/otel\/v1|api\/uploads)(?:\/|$)/u],
  ["events", /^\/api\/live\//u],
  ["auth", /^\/(?:api\/auth|sign-in|password)(?:\/|$)/u],
  ["api", /^\/api\//u],
];

/** @param url path and query. @returns "pages" for whatever has no group of its own */
export function routeGroupOf(url: string): RouteGroup {
  const path = url.split("?", 1)[0] ?? "";
  return groups.find(([, pattern]) => pattern.test(path))?.[0] ?? "pages";
}

/**
 * Counts one request.
 * @param url as it was asked for
 * @param status of the answer; null: the connection ended before one began
 */
export function countRequest(url: string, status: number | null): void {
  const group = routeGroupOf(url);
  const statusClass = status === null ? "none" : `${String(Math.floor(status / 100))}xx`;
  const counts = (globalThis.throughlineRequests ??= new Map<string, RequestCount>());
  const key = `${group} ${statusClass}`;
  const count = (counts.get(key)?.count ?? 0) + 1;
  counts.set(key, { group, status: statusClass, count });
}

/** The requests of this process so far. */
export function readRequestCounts(): readonly RequestCount[] {
  return [...(globalThis.throughlineRequests?.values() ?? [])];
}
