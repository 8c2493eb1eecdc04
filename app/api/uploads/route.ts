import { authorize, authorizeChange } from "@/lib/auth/authorize";
import { record } from "@/lib/auth/record";
import { receiveUpload } from "@/lib/pipeline/receive-upload";
import { listUploads } from "@/lib/pipeline/uploads";
import { announceUpload } from "@/lib/pipeline/worker-client";
import { nowUs } from "../../now-us";
import { refusedJson } from "../../refused";

export const dynamic = "force-dynamic";

/** What is under way of files that pages sent, and what ended lately. */
export async function GET(): Promise<Response> {
  const authorized = await authorize("ingest");
  if (!authorized.isAllowed) return refusedJson(authorized);
  const headers = { "cache-control": "no-store" };
  return Response.json({ uploads: listUploads(nowUs()) }, { headers });
}

/** Takes one file as the request's body. */
export async function POST(request: Request): Promise<Response> {
  const authorized = await authorizeChange("ingest");
  if (!authorized.isAllowed) return refusedJson(authorized);
  await record(authorized.viewer, { action: "uploaded", workspace: "main" });
  return receiveUpload(request, announceUpload);
}
