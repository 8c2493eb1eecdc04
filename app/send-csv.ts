import type { authorizeExport } from "@/lib/auth/authorize-export";
import { record } from "@/lib/auth/record";
import { readOrReport } from "./read-or-report";
import type { shownWorkspace } from "./shown-workspace";

type Allowed = Extract<Awaited<ReturnType<typeof authorizeExport>>, { readonly isAllowed: true }>;

type CsvList = {
  /** File name: "cases.csv". */
  readonly name: string;
  readonly workspace: Awaited<ReturnType<typeof shownWorkspace>>["name"];
  /** The filters as a query string, without search text, which may name a person. */
  readonly filter: string;
  readonly lines: AsyncGenerator<string, void>;
};

/** Streams a list as CSV and records the export in the audit. */
export async function sendCsv(
  authorized: Allowed,
  { name, workspace, filter, lines }: CsvList,
): Promise<Response> {
  // Reads two chunks before responding, so that an early failure gets an error status.
  const head = await readOrReport("the list as CSV", async () => [
    await lines.next(),
    await lines.next(),
  ]);
  if (!head.isRead) {
    return new Response(`The list could not be read (request ${head.requestId}).`, { status: 500 });
  }
  await record(authorized, { action: "exported", workspace, target: name, after: { filter } });
  const first = head.value.map(({ value }) => value ?? "").join("");
  return new Response(streamOf(first, lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

/** Streams a text, then a generator with backpressure; a disconnect ends it. */
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

/** The query parameters of a request, each with all its values. */
export function searchOf(request: Pick<Request, "url">): Readonly<Record<string, string[]>> {
  const search = new URL(request.url).searchParams;
  return Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
}
