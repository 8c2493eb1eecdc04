import { accessDb } from "@/lib/auth/access-db";
import { checkAudit } from "@/lib/auth/audit-page";
import { authorize } from "@/lib/auth/authorize";
import { record } from "@/lib/auth/record";
import { idOfSegment } from "@/lib/format/id-segment";
import { makeCasePack } from "@/lib/pipeline/packs/make-case-pack";
import { nowUs } from "../../../now-us";
import { readOrReport } from "../../../read-or-report";
import { refusedText } from "../../../refused";
import { shownWorkspace } from "../../../shown-workspace";

type Context = { readonly params: Promise<{ readonly caseId: string }> };

/** The evidence pack of a case as a file. Making it is an audit row with its checksum. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const authorized = await authorize("evidence");
  if (!authorized.isAllowed) return refusedText(authorized);
  const { viewer } = authorized;
  const caseId = idOfSegment((await params).caseId);
  const { name: workspace, path, displayZone: timeZone } = await shownWorkspace();
  const read = await readOrReport("an evidence pack", async () => {
    if (caseId === null) return null;
    const access = await accessDb();
    const check = await checkAudit(access);
    const request = { workspace: { name: workspace, path }, viewer, access, check, timeZone };
    return makeCasePack({ ...request, nowUs: nowUs() }, caseId);
  });
  if (!read.isRead) {
    return new Response(`The evidence pack could not be made (request ${read.requestId}).`, {
      status: 500,
    });
  }
  if (read.value === null || caseId === null) {
    return new Response("There is no such case here, or you may not see it.", { status: 404 });
  }
  const { file, checksum } = read.value;
  const after = { kind: "case", checksum };
  await record(viewer, { action: "pack-made", workspace, target: caseId, after });
  return new Response(file, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="evidence-${fileName(caseId)}.html"`,
      "cache-control": "no-store",
    },
  });
}

/** An id as a part of a file's name. */
function fileName(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 80);
}
