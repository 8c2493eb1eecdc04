import { receiveUpload } from "@/lib/pipeline/receive-upload";
import { listUploads } from "@/lib/pipeline/uploads";
import { announceUpload } from "@/lib/pipeline/worker-client";
import { foreignPageSentence, isOwnPage } from "../../is-own-page";
import { nowUs } from "../../now-us";

export const dynamic = "force-dynamic";

/** What is under way of files that pages sent, and what ended lately. */
export function GET(): Response {
  const headers = { "cache-control": "no-store" };
  return Response.json({ uploads: listUploads(nowUs()) }, { headers });
}

/** Takes one file as the request's body. */
export function POST(request: Request): Response | Promise<Response> {
  if (isOwnPage(request.headers)) return receiveUpload(request, announceUpload);
  return Response.json({ sentence: foreignPageSentence }, { status: 403 });
}
