import { accessDb } from "@/lib/auth/access-db";
import { checkAudit } from "@/lib/auth/audit-page";
import { authorize } from "@/lib/auth/authorize";
import { record } from "@/lib/auth/record";
import type { MadePack, PackRequest } from "@/lib/pipeline/packs/pack-parts";
import { nowUs } from "@/lib/clock/server";
import { readOrReport } from "./read-or-report";
import { refusedText } from "./refused";
import { shownWorkspace } from "./shown-workspace";

/** What a pack is of. */
type PackSubject = {
  /** As the audit names it. */
  readonly target: string;
  /** The name of the file, without its ending. */
  readonly name: string;
  /** Null: there is none, or the viewer may not see it. */
  readonly make: (request: PackRequest) => Promise<MadePack | null>;
};

/**
 * Answers with an evidence pack as a file. Making it is an audit row with its checksum.
 * @param subject null: there is none
 */
export async function packAnswer(
  kind: "case" | "sample",
  subject: PackSubject | null,
): Promise<Response> {
  const authorized = await authorize("evidence");
  if (!authorized.isAllowed) return refusedText(authorized);
  const { viewer } = authorized;
  const { name: workspace, path, displayZone: timeZone } = await shownWorkspace();
  const read = await readOrReport("an evidence pack", async () => {
    if (subject === null) return null;
    const access = await accessDb();
    const check = await checkAudit(access);
    const request = { workspace: { name: workspace, path }, viewer, access, check, timeZone };
    return subject.make({ ...request, nowUs: nowUs() });
  });
  if (!read.isRead) {
    return new Response(`The evidence pack could not be made (request ${read.requestId}).`, {
      status: 500,
    });
  }
  if (read.value === null || subject === null) {
    return new Response(`There is no such ${kind} here, or you may not see it.`, { status: 404 });
  }
  const { file, checksum } = read.value;
  const { target, name } = subject;
  await record(viewer, { action: "pack-made", workspace, target, after: { kind, checksum } });
  return new Response(file, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="evidence-${fileName(name)}.html"`,
      "cache-control": "no-store",
    },
  });
}

/** An id as a part of a file's name. */
function fileName(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 80);
}
