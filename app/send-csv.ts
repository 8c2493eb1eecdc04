import type { authorizeExport } from "@/lib/auth/authorize-export";
import { record } from "@/lib/auth/record";
import { readOrReport } from "./read-or-report";
import type { shownWorkspace } from "./shown-workspace";

type Allowed = Extract<Awaited<ReturnType<typeof authorizeExport>>, { readonly isAllowed: true }>;

type CsvList = {
  /** Of the file: "cases.csv". */
  readonly name: string;
  readonly workspace: Awaited<ReturnType<typeof shownWorkspace>>["name"];
  /** The filters as an address has them, without words that somebody looked for: they may name a person. */
  readonly filter: string;
  readonly lines: AsyncGenerator<string, void>;
};

/** Answers with a list as CSV, sent while it is read, and records who took it away. */
export async function sendCsv(
  authorized: Allowed,
  { name, workspace, filter, lines }: CsvList,
): Promise<Response> {
  // Two parts are read before the answer begins, so that what fails at once is answered as a failure.
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

/** The parameters of an address, each with all its values. */
export function searchOf(request: Pick<Request, "url">): Readonly<Record<string, string[]>> {
  const search = new URL(request.url).searchParams;
  return Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
}
