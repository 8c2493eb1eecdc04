import { authorize } from "@/lib/auth/authorize";
import { record } from "@/lib/auth/record";
import { idInAddress } from "@/lib/format/id-segment";
import { runFile } from "@/lib/pages/releases/run-file";
import { runFileCodec } from "@/lib/pages/releases/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { refusedText } from "../../../refused";
import { searchOf } from "../../../send-csv";
import { shownWorkspace } from "../../../shown-workspace";

const types = { csv: "text/csv; charset=utf-8; header=present", json: "application/json" } as const;

/** A list of a run's cases as CSV or JSON. */
export async function GET(request: Request): Promise<Response> {
  const person = await authorize("gate");
  if (!person.isAllowed) return refusedText(person);
  const run = idInAddress(request.url, 2);
  const { list, format } = runFileCodec.parse(searchOf(request)).query;
  const { path, name: workspace } = await shownWorkspace();
  const read = await readOrReport("a run's cases as a file", async () =>
    run === null ? null : askReader("readRunCases", path, run, list),
  );
  if (!read.isRead) {
    return new Response(`The cases could not be read (request ${read.requestId}).`, {
      status: 500,
    });
  }
  const cases = read.value;
  if (cases === null || run === null) {
    return new Response("There is no such run, or nobody has judged it.", { status: 404 });
  }
  await record(person.viewer, {
    action: "exported",
    ...{ workspace, target: run, after: { list } },
  });
  const text = runFile({ run, list, cases }, format);
  return new Response(text, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${list}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
