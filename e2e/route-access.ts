import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Permission } from "@/lib/domain/permission";

/**
 * Who a way into the app is for: those with a permission; `anybody`, signed in or not; `token`, programs
 * that present one; `nothing`, where only a refusal is answered.
 */
export type Access = Permission | "anybody" | "token" | "nothing";

/** Every route file, the methods it answers, and who they are for. `:id` stands for an id that nothing has. */
export const routeAccess: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  "app/(inside)/page.tsx": { "GET /": "view-cases" },
  "app/(inside)/access/page.tsx": { "GET /access": "manage-users" },
  "app/(inside)/account/page.tsx": { "GET /account": "view-cases" },
  "app/(inside)/audit/page.tsx": { "GET /audit": "read-audit" },
  "app/(inside)/cases/(list)/page.tsx": { "GET /cases": "view-cases" },
  "app/(inside)/cases/[caseId]/page.tsx": { "GET /cases/:id": "view-text" },
  "app/(inside)/customers/[customerId]/page.tsx": { "GET /customers/:id": "view-text" },
  "app/(inside)/data-health/page.tsx": { "GET /data-health": "view-data-health" },
  "app/(inside)/ingest/page.tsx": { "GET /ingest": "ingest" },
  "app/(inside)/settings/page.tsx": { "GET /settings": "settings" },
  "app/(inside)/traces/[traceId]/page.tsx": { "GET /traces/:id": "view-text" },
  "app/(outside)/password/page.tsx": { "GET /password": "anybody" },
  "app/(outside)/sign-in/page.tsx": { "GET /sign-in": "anybody" },
  "app/api/auth/[...nextauth]/route.ts": { "GET /api/auth/csrf": "anybody" },
  "app/api/cases/peek/route.ts": { "GET /api/cases/peek?peek=:id": "view-text" },
  "app/api/public/otel/v1/[signal]/route.ts": { "POST /api/public/otel/v1/logs": "nothing" },
  "app/api/public/otel/v1/traces/route.ts": { "POST /api/public/otel/v1/traces": "token" },
  "app/api/uploads/route.ts": { "GET /api/uploads": "ingest", "POST /api/uploads": "ingest" },
  "app/cases.csv/route.ts": { "GET /cases.csv": "export" },
  "app/healthz/route.ts": { "GET /healthz": "anybody" },
  "app/tracer/v1/[signal]/route.ts": { "POST /tracer/v1/logs": "nothing" },
  "app/tracer/v1/traces/route.ts": { "POST /tracer/v1/traces": "token" },
  "app/v1/[signal]/route.ts": { "POST /v1/logs": "nothing" },
  "app/v1/traces/route.ts": { "POST /v1/traces": "token" },
};

/** Every server action and who it is for. */
export const actionAccess: Readonly<Record<string, Access>> = {
  "app/(inside)/access/actions.ts change": "manage-users",
  "app/(inside)/account/actions.ts changeOwn": "view-cases",
  "app/(inside)/account/actions.ts endOwn": "view-cases",
  "app/(inside)/cases/(list)/saved-view-actions.ts removeView": "save-views",
  "app/(inside)/cases/(list)/saved-view-actions.ts saveView": "save-views",
  "app/(inside)/cases/[caseId]/actions.ts addNote": "override",
  "app/(inside)/cases/[caseId]/actions.ts mergeCase": "override",
  "app/(inside)/cases/[caseId]/actions.ts moveContact": "override",
  "app/(inside)/cases/[caseId]/actions.ts previewContactMove": "override",
  "app/(inside)/cases/[caseId]/actions.ts removeDecision": "override",
  "app/(inside)/cases/[caseId]/actions.ts removeNote": "override",
  "app/(inside)/settings/actions.ts cancelChange": "settings",
  "app/(inside)/settings/actions.ts lookAtChange": "settings",
  "app/(inside)/settings/actions.ts previewChange": "settings",
  "app/(inside)/settings/actions.ts saveChange": "settings",
  "app/(inside)/traces/[traceId]/actions.ts moveTrace": "override",
  "app/(outside)/password/actions.ts choosePassword": "anybody",
};

/** Actions that tell somebody who may not nothing at all. */
export const silentActions: ReadonlySet<string> = new Set([
  "app/(inside)/settings/actions.ts cancelChange",
  "app/(inside)/settings/actions.ts lookAtChange",
]);

/** The files that answer an address, as the sources have them. */
export function routesInSources(): string[] {
  return readdirSync(join(process.cwd(), "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/u.test(file))
    .map((file) => `app/${file}`)
    .sort();
}

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({
      filename: z.string(),
      exportedName: z.string(),
      workers: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** The server actions that the build knows: their name, the id a browser calls them by, and a page that has them. */
export function actionsInBuild(): { name: string; id: string; page: string }[] {
  const file = join(process.cwd(), ".next", "server", "server-reference-manifest.json");
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    name: `${filename} ${exportedName}`,
    id,
    page: pathOf(Object.keys(workers)[0] ?? ""),
  }));
}

/** `app/(inside)/cases/[caseId]/page` → `/cases/:id` */
function pathOf(worker: string): string {
  const parts = worker.split("/").slice(1, -1);
  const shown = parts.filter((part) => !part.startsWith("("));
  return `/${shown.map((part) => (part.startsWith("[") ? ":id" : part)).join("/")}`;
}
