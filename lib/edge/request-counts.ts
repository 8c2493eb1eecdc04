/** Kinds of addresses; the path itself is not kept, since it may hold ids. */
const routeGroups = ["api", "auth", "events", "ingest", "pages", "probes", "static"] as const;
export type RouteGroup = (typeof routeGroups)[number];

const statusClasses = ["2xx", "3xx", "4xx", "5xx", "none"] as const;

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
  ["ingest", /^\/(?:v1|tracer\/v1|(?:api\/(?:public\/)?)?otel\/v1|api\/uploads)(?:\/|$)/u],
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
  const counts = (globalThis.throughlineRequests ??= noRequests());
  const key = keyOf(group, statusClass);
  const count = (counts.get(key)?.count ?? 0) + 1;
  counts.set(key, { group, status: statusClass, count });
}

/** The requests of this process so far, with 0 where there was none: a rate needs the value before the first. */
export function readRequestCounts(): readonly RequestCount[] {
  return [...(globalThis.throughlineRequests ??= noRequests()).values()];
}

function noRequests(): Map<string, RequestCount> {
  const counts = routeGroups.flatMap((group) =>
    statusClasses.map((status) => ({ group, status, count: 0 })),
  );
  return new Map(counts.map((each) => [keyOf(each.group, each.status), each]));
}

function keyOf(group: RouteGroup, status: string): string {
  return `${group} ${status}`;
}
