import { authorize } from "@/lib/auth/authorize";
import { record } from "@/lib/auth/record";
import { idInAddress } from "@/lib/format/id-segment";
import { cohortCodec } from "@/lib/pages/cohorts/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { refusedText } from "../../../refused";
import { searchOf } from "../../../send-csv";
import { shownWorkspace } from "../../../shown-workspace";

/** A version of a cohort as a file, JSON Lines. */
export async function GET(request: Request): Promise<Response> {
  const person = await authorize("gate");
  if (!person.isAllowed) return refusedText(person);
  const named = idInAddress(request.url, 2);
  const { query } = cohortCodec.parse(searchOf(request));
  const { path, name: workspace } = await shownWorkspace();
  const read = await readOrReport("a cohort as a file", async () =>
    named === null ? null : askReader("readCohortFile", path, named, query.version),
  );
  if (!read.isRead) {
    return new Response(`The cohort could not be read (request ${read.requestId}).`, {
      status: 500,
    });
  }
  if (read.value === null) return new Response("There is no such cohort.", { status: 404 });
  const { name, version, text } = read.value;
  await record(person.viewer, {
    action: "exported",
    ...{ workspace, target: name, after: { version } },
  });
  return new Response(text, {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="cohort-v${String(version)}.jsonl"`,
      "cache-control": "no-store",
    },
  });
}
