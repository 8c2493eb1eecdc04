import { authorize, authorizeChange } from "@/lib/auth/authorize";
import { record } from "@/lib/auth/record";
import { receiveUpload, refuseUpload } from "@/lib/pipeline/intake/receive-upload";
import { listUploads } from "@/lib/pipeline/intake/uploads";
import { announceUpload } from "@/lib/pipeline/worker/worker-client";
import { nowUs } from "@/lib/clock/server";
import { refusedJson } from "../../refused";

export const dynamic = "force-dynamic";

/** Running and recent uploads. */
export async function GET(): Promise<Response> {
  const authorized = await authorize("ingest");
  if (!authorized.isAllowed) return refusedJson(authorized);
  const headers = { "cache-control": "no-store" };
  return Response.json({ uploads: listUploads(nowUs()) }, { headers });
}

/** Receives one file as the request's body. */
export async function POST(request: Request): Promise<Response> {
  const authorized = await authorizeChange("ingest");
  if (!authorized.isAllowed) return refusedJson(authorized);
  const entry = { workspace: "main", target: idOf(request.headers) } as const;
  const bytes = Number(request.headers.get("content-length") ?? Number.NaN);
  const after = { bytes: Number.isSafeInteger(bytes) ? bytes : null };
  try {
    await record(authorized.viewer, { ...entry, action: "uploaded", after });
  } catch (error) {
    // As on a full disk: what cannot be audited is not taken in.
    return refuseUpload(request, error);
  }
  const answer = await receiveUpload(request, announceUpload);
  if (!answer.ok) {
    const was = { was: "uploaded", status: answer.status };
    await record(authorized.viewer, { ...entry, action: "not-kept", after: was });
  }
  return answer;
}

/** The upload's id for the audit: chosen by the page; null: invalid. */
function idOf(headers: Headers): string | null {
  return /^[0-9a-f]{32}$/u.exec(headers.get("x-upload-id") ?? "")?.[0] ?? null;
}
