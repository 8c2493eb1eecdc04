import { authorizeExport } from "@/lib/auth/authorize-export";
import { record } from "@/lib/auth/record";
import { casesCsv } from "@/lib/queries/cases-csv";
import { casesSearch } from "@/lib/view/cases-query";
import { parseCasesParams } from "@/lib/view/search-params/cases";
import { nowUs } from "../now-us";
import { refusedText } from "../refused";
import { readOrReport } from "../read-or-report";
import { shownWorkspace } from "../shown-workspace";

/** What the Cases page lists for the same query string, all pages, as CSV; sent while it is read. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorizeExport(request);
  if (!authorized.isAllowed) return refusedText(authorized);
  const search = new URL(request.url).searchParams;
  const raw = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
  const { query } = parseCasesParams(raw);
  const { scope } = authorized;
  const { path, name } = await shownWorkspace();
  const lines = casesCsv({ path, scope }, query, nowUs());
  // Two parts are read before the answer begins, so that what fails at once is answered as a failure.
  const head = await readOrReport("the list as CSV", async () => [
    await lines.next(),
    await lines.next(),
  ]);
  if (!head.isRead) {
    return new Response(`The list could not be read (request ${head.requestId}).`, { status: 500 });
  }
  // What somebody looked for may name a person.
  const filter = casesSearch({ ...query, text: query.text === "" ? "" : "…" });
  await record(authorized, {
    action: "exported",
    workspace: name,
    target: "cases.csv",
    after: { filter },
  });
  const first = head.value.map(({ value }) => value ?? "").join("");
  return new Response(streamOf(first, lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="cases.csv"',
      "cache-control": "no-store",
    },
  });
}

/** Sends a text, then what a generator gives as fast as it is taken; who goes away ends it. */
function streamOf(first: string, rest: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(encoder.encode(first));
    },
    pull: async (controller) => {
      const { value, done } = await rest.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await rest.return(undefined);
    },
  });
}
