import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Permission } from "@/lib/domain/people/permission";

/**
 * Who may use an entry point: viewers with a permission; `anybody`, signed in or not; `token`, programs with a token;
 * `nothing` and `no-method`, which only refuse.
 */
export type Access = Permission | "anybody" | "token" | "nothing" | "no-method";

const notPost = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT"] as const;

/** What may stand before a signal's address; next.config.mjs has the same. */
const intakePrefixes = ["", "/tracer", "/otel", "/api/otel", "/api/public/otel"];

/** Endpoints for traces and logs. */
function exportWays(signal: string): Readonly<Record<string, Access>> {
  return intakeWays(signal, "token", "no-method");
}

/** Endpoints for metrics, which are taken with a warning and not kept. */
function otherSignalWays(signal: string): Readonly<Record<string, Access>> {
  return intakeWays(signal, "anybody", "nothing");
}

function intakeWays(signal: string, post: Access, other: Access): Readonly<Record<string, Access>> {
  const paths = intakePrefixes.map((prefix) => `${prefix}/v1/${signal}`);
  return Object.fromEntries(
    paths.flatMap((path) => [
      [`POST ${path}`, post] as const,
      ...notPost.map((method) => [`${method} ${path}`, other] as const),
    ]),
  );
}

/** Access of every route file by method and URL. `:id` is the id of a case, a customer or a trace. */
export const routeAccess: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  "app/(inside)/page.tsx": { "GET /": "view-cases" },
  "app/(inside)/access/page.tsx": { "GET /access": "manage-users" },
  "app/(inside)/account/page.tsx": { "GET /account": "view-cases" },
  "app/(inside)/alerts/page.tsx": { "GET /alerts": "manage-alerts" },
  "app/(inside)/audit/page.tsx": { "GET /audit": "read-audit" },
  "app/(inside)/cases/(list)/page.tsx": { "GET /cases": "view-cases" },
  "app/(inside)/cases/[caseId]/page.tsx": { "GET /cases/:id": "view-text" },
  "app/(inside)/customers/[customerId]/page.tsx": { "GET /customers/:id": "view-text" },
  "app/(inside)/releases/page.tsx": { "GET /releases": "gate" },
  "app/(inside)/releases/[run]/page.tsx": { "GET /releases/:id": "gate" },
  "app/releases/[run]/cases/route.ts": { "GET /releases/:id/cases": "gate" },
  "app/(inside)/cohorts/page.tsx": { "GET /cohorts": "gate" },
  "app/(inside)/cohorts/[cohort]/page.tsx": { "GET /cohorts/:id": "gate" },
  "app/(inside)/compare/page.tsx": { "GET /compare": "view-cases" },
  "app/(inside)/data-health/page.tsx": { "GET /data-health": "view-data-health" },
  "app/(inside)/ingest/page.tsx": { "GET /ingest": "ingest" },
  "app/(inside)/lists/[thing]/page.tsx": { "GET /lists/contacts": "view-cases" },
  "app/(inside)/disclosures/page.tsx": { "GET /disclosures": "view-text" },
  "app/(inside)/disclosures/queue/page.tsx": { "GET /disclosures/queue": "review" },
  "app/(inside)/disclosures/samples/page.tsx": { "GET /disclosures/samples": "sign-off" },
  "app/(inside)/disclosures/samples/[sampleId]/page.tsx": {
    "GET /disclosures/samples/:id": "sign-off",
  },
  "app/(inside)/disclosures/samples/[sampleId]/second/page.tsx": {
    "GET /disclosures/samples/:id/second": "review",
  },
  "app/(inside)/disclosures/coverage/page.tsx": { "GET /disclosures/coverage": "view-cases" },
  "app/(inside)/disclosures/rules/page.tsx": { "GET /disclosures/rules": "view-cases" },
  "app/(inside)/disclosures/rules/[ruleId]/page.tsx": {
    "GET /disclosures/rules/recording-notice-all-party": "view-cases",
  },
  "app/(inside)/handoffs/page.tsx": { "GET /handoffs": "view-text" },
  "app/(inside)/insights/page.tsx": { "GET /insights": "insights" },
  "app/(inside)/journeys/page.tsx": { "GET /journeys": "view-cases" },
  "app/(inside)/live/page.tsx": { "GET /live": "view-text" },
  "app/(inside)/metrics/page.tsx": { "GET /metrics": "view-cases" },
  "app/(inside)/overview/page.tsx": { "GET /overview": "view-cases" },
  "app/(inside)/persona/page.tsx": { "GET /persona": "view-cases" },
  "app/(inside)/quality/how-it-reads/page.tsx": { "GET /quality/how-it-reads": "view-cases" },
  "app/(inside)/quality/page.tsx": { "GET /quality": "view-cases" },
  "app/(inside)/quality/[evaluator]/page.tsx": {
    "GET /quality/conversation_resolution": "view-text",
  },
  "app/(inside)/quality/[evaluator]/label/page.tsx": {
    "GET /quality/conversation_resolution/label": "label",
  },
  "app/(inside)/releases/[run]/items/[item]/page.tsx": {
    "GET /releases/:id/items/:id": "view-text",
  },
  "app/(inside)/settings/page.tsx": { "GET /settings": "settings" },
  "app/(inside)/pii/page.tsx": { "GET /pii": "view-cases" },
  "app/(inside)/sla/page.tsx": { "GET /sla": "view-cases" },
  "app/(inside)/t/[id]/page.tsx": { "GET /t/:id": "view-text" },
  "app/workspaces/[name]/route.ts": { "GET /workspaces/:id": "view-cases" },
  "app/(inside)/traces/[traceId]/page.tsx": { "GET /traces/:id": "view-text" },
  "app/(outside)/password/page.tsx": { "GET /password": "anybody" },
  "app/(outside)/sign-in/page.tsx": { "GET /sign-in": "anybody" },
  "app/api/auth/[...nextauth]/route.ts": {
    "GET /api/auth/csrf": "anybody",
    "GET /api/auth/session": "nothing",
    "GET /api/auth/providers": "nothing",
    "GET /api/auth/error": "anybody",
    "GET /api/auth/signin": "anybody",
    "POST /api/auth/signin/oidc": "anybody",
    "POST /api/auth/_log": "nothing",
  },
  "app/api/cases/peek/route.ts": { "GET /api/cases/peek?peek=:id": "view-text" },
  "app/api/live/events/route.ts": { "GET /api/live/events": "view-text" },
  "app/api/live/list/route.ts": { "GET /api/live/list": "view-text" },
  "app/api/v1/cases/route.ts": { "GET /api/v1/cases": "export" },
  "app/api/v1/cases/[caseId]/route.ts": { "GET /api/v1/cases/:id": "export" },
  "app/api/v1/metrics/route.ts": { "GET /api/v1/metrics": "export" },
  "app/api/[...path]/route.ts": { "GET /api/v2/cases": "nothing", "POST /api/v2/cases": "nothing" },
  "app/api/uploads/route.ts": { "GET /api/uploads": "ingest", "POST /api/uploads": "ingest" },
  "app/cases.csv/route.ts": { "GET /cases.csv": "export" },
  "app/cohorts/[cohort]/jsonl/route.ts": { "GET /cohorts/:id/jsonl": "gate" },
  "app/report/route.ts": { "GET /report": "export" },
  "app/lists/[thing]/csv/route.ts": { "GET /lists/contacts/csv": "export" },
  "app/cases/[caseId]/pack/route.ts": { "GET /cases/:id/pack": "evidence" },
  "app/disclosures/samples/[sampleId]/pack/route.ts": {
    "GET /disclosures/samples/:id/pack": "evidence",
  },
  "app/healthz/route.ts": { "GET /healthz": "anybody" },
  "app/readyz/route.ts": { "GET /readyz": "anybody" },
  "app/metricsz/route.ts": { "GET /metricsz": "token" },
  "app/sla.csv/route.ts": { "GET /sla.csv": "export" },
  "app/v1/[signal]/route.ts": otherSignalWays("metrics"),
  "app/v1/logs/route.ts": exportWays("logs"),
  "app/v1/traces/route.ts": exportWays("traces"),
};

/** Access of every server action. */
export const actionAccess: Readonly<Record<string, Access>> = {
  "app/(inside)/access/actions.ts change": "manage-users",
  "app/(inside)/account/actions.ts changeOwn": "view-cases",
  "app/(inside)/account/actions.ts endOwn": "view-cases",
  "app/(inside)/alerts/actions.ts acknowledgeAlert": "manage-alerts",
  "app/(inside)/alerts/actions.ts muteAlert": "manage-alerts",
  "app/(inside)/alerts/actions.ts previewAlert": "manage-alerts",
  "app/(inside)/alerts/actions.ts removeAlert": "manage-alerts",
  "app/(inside)/alerts/actions.ts saveAlert": "manage-alerts",
  "app/(inside)/alerts/actions.ts setWebhook": "alert-webhook",
  "app/(inside)/alerts/actions.ts testAlert": "manage-alerts",
  "app/(inside)/annotation-actions.ts addAnnotation": "annotate",
  "app/(inside)/annotation-actions.ts removeAnnotation": "annotate",
  "app/(inside)/persona/actions.ts acknowledgeAlarm": "settings",
  "app/(inside)/cases/[caseId]/actions.ts addNote": "override",
  "app/(inside)/cases/[caseId]/actions.ts mergeCase": "override",
  "app/(inside)/cases/[caseId]/actions.ts moveContact": "override",
  "app/(inside)/cases/[caseId]/actions.ts previewContactMove": "override",
  "app/(inside)/cases/[caseId]/actions.ts removeDecision": "override",
  "app/(inside)/cases/[caseId]/actions.ts removeNote": "override",
  "app/(inside)/cases/[caseId]/label-actions.ts giveLabel": "label",
  "app/(inside)/cases/[caseId]/label-actions.ts withdrawLabel": "label",
  "app/(inside)/customers/[customerId]/actions.ts eraseCustomer": "erase",
  "app/(inside)/live/actions.ts assignCase": "override",
  "app/(inside)/live/actions.ts handleCase": "override",
  "app/(inside)/live/actions.ts snoozeCase": "override",
  "app/(inside)/releases/actions.ts removeVerdict": "gate",
  "app/(inside)/releases/actions.ts signOffVerdict": "gate",
  "app/(inside)/cohorts/actions.ts addToCohort": "gate",
  "app/(inside)/cohorts/actions.ts makeCohort": "gate",
  "app/(inside)/disclosures/actions.ts reviewFindings": "review",
  "app/(inside)/disclosures/rules/actions.ts cancelEdit": "edit-rules",
  "app/(inside)/disclosures/rules/actions.ts getEditStatus": "edit-rules",
  "app/(inside)/disclosures/rules/actions.ts previewRule": "edit-rules",
  "app/(inside)/quality/how-it-reads/actions.ts trySentence": "view-cases",
  "app/(inside)/disclosures/rules/actions.ts publishRule": "edit-rules",
  "app/(inside)/ingest/actions.ts removeBatch": "ingest",
  "app/(inside)/disclosures/samples/actions.ts drawSample": "sign-off",
  "app/(inside)/disclosures/samples/actions.ts reviewSecond": "review",
  "app/(inside)/disclosures/samples/actions.ts signOffSample": "sign-off",
  "app/(inside)/settings/actions.ts cancelChange": "settings",
  "app/(inside)/settings/actions.ts getPreviewStatus": "settings",
  "app/(inside)/settings/actions.ts previewChange": "settings",
  "app/(inside)/settings/actions.ts saveChange": "settings",
  "app/(inside)/traces/[traceId]/actions.ts moveTrace": "override",
  "app/(inside)/view-actions.ts chooseDefaultView": "default-views",
  "app/(inside)/view-actions.ts removeView": "save-views",
  "app/(inside)/view-actions.ts saveView": "save-views",
  "app/(outside)/password/actions.ts choosePassword": "anybody",
  "app/(outside)/password/actions.ts followStep": "anybody",
};

/** Actions that return nothing without permission. */
export const silentActions: ReadonlySet<string> = new Set([
  "app/(inside)/settings/actions.ts cancelChange",
  "app/(inside)/settings/actions.ts getPreviewStatus",
  "app/(inside)/disclosures/rules/actions.ts cancelEdit",
  "app/(inside)/disclosures/rules/actions.ts getEditStatus",
]);

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

/** The server actions in the build: name, id, and a page that has it. */
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
