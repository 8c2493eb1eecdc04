import { authorizeExport } from "@/lib/auth/authorize-export";
import { storageFaultOf } from "@/lib/format/storage-words";
import { readPresentedToken, tokenMissing } from "@/lib/auth/program-token";
import { record } from "@/lib/auth/record";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { describeDropped } from "@/lib/pages/api/describe-dropped";
import type { NamedWorkspace } from "@/lib/pages/api/load-cases";
import type { Codec } from "@/lib/format/address/codec";
import { problemAnswer } from "./problem-answer";
import { readOrReport } from "../read-or-report";
import { searchOf } from "../send-csv";
import { workspaceChosen } from "../shown-workspace";

/** Whose cases are read, and as of when. */
export type ApiReader = NamedWorkspace & { readonly readsText: boolean; readonly asOfUs: number };

/** An answer with what the audit keeps of it, or why there is none. */
export type ApiAnswer =
  | { readonly isFound: true; readonly body: object; readonly audited: object }
  | { readonly isFound: false; readonly status: 400 | 401 | 403 | 404; readonly sentence: string };

type Endpoint<Query> = {
  /** As the audit names it: a path without what the request adds to it. */
  readonly target: string;
  readonly codec: Codec<Query>;
  readonly read: (query: Query, reader: ApiReader) => Promise<ApiAnswer>;
};

/**
 * Answers a request of the API with JSON; each answer is a row of the audit before it is sent. 503 where what holds
 * accounts or cases does not let itself be read.
 */
export async function answerApi<Query extends { readonly workspace: WorkspaceName | null }>(
  request: Request,
  endpoint: Endpoint<Query>,
): Promise<Response> {
  try {
    return await answerFromStore(request, endpoint);
  } catch (error) {
    const sentence = storageFaultOf(error);
    if (sentence === null) throw error;
    return problemAnswer(503, sentence);
  }
}

async function answerFromStore<Query extends { readonly workspace: WorkspaceName | null }>(
  request: Request,
  { target, codec, read }: Endpoint<Query>,
): Promise<Response> {
  const authorized = await authorizeExport(request);
  if (!authorized.isAllowed) {
    const hasToken = readPresentedToken(request.headers) !== null;
    const isNobody = authorized.status === 401 && !hasToken;
    return problemAnswer(
      authorized.status,
      isNobody ? tokenMissing("export") : authorized.sentence,
    );
  }
  const { query, dropped } = codec.parse(searchOf(request));
  const [wrong] = dropped;
  if (wrong !== undefined) return problemAnswer(400, describeDropped(wrong));
  const { name, path, asOfUs } = await workspaceChosen(query.workspace);
  if (query.workspace !== null && query.workspace !== name) {
    return problemAnswer(404, `There is no workspace ${query.workspace} here for this reader.`);
  }
  const { scope, readsText } = authorized;
  const answered = await readOrReport("for the API", () =>
    read(query, { name, path, scope, readsText, asOfUs }),
  );
  if (!answered.isRead) {
    return problemAnswer(500, `It could not be read (request ${answered.requestId}).`);
  }
  const { value } = answered;
  if (!value.isFound) return problemAnswer(value.status, value.sentence);
  await record(authorized, { action: "exported", workspace: name, target, after: value.audited });
  return Response.json(value.body, { headers: { "cache-control": "no-store" } });
}
