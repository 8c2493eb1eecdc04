import "./next-globals";
import {
  workAsyncStorage,
  type WorkStore,
} from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { createRequestStore } from "next/dist/server/async-storage/request-store";

/**
 * Runs what the framework would call for a request: within it `headers()` and `cookies()` are those of the request.
 * @param phase "render" of a page, "action" of a route or a server action, which may set cookies
 */
export function withinRequest<T>(
  request: Pick<Request, "url" | "headers">,
  phase: "render" | "action",
  work: () => Promise<T>,
): Promise<T> {
  const { pathname, search } = new URL(request.url);
  const store = createRequestStore({
    ...{ phase, headers: request.headers, url: { pathname, search } },
    implicitTags: { tags: [], expirationsByCacheKind: new Map() },
    ...{ onUpdateCookies: undefined, rootParams: {}, resumeDataCache: null },
    ...{ previewProps: undefined, isHmrRefresh: false, serverComponentsHmrCache: undefined },
    ...{ hmrRefreshHash: undefined, stagedFallbackParams: null },
  });
  return workAsyncStorage.run(workOf(pathname), () => workUnitAsyncStorage.run(store, work));
}

/** What the framework's functions read of a route; the rest is of caches and builds, which are not used here. */
function workOf(route: string): WorkStore {
  const read: Partial<WorkStore> = { route, page: route };
  return read as WorkStore;
}
