import { NextRequest } from "next/server";
import { filesNamed, findFile, loadFile, type Params } from "./app-files";
import { testOrigin, type CallerHeaders } from "./callers";
import { withinRequest } from "./within-request";

export type Answer = {
  readonly status: number;
  /** Its headers, then its body; of an unending one the first event. */
  readonly text: string;
};

type Handler = (
  request: Request,
  context: { readonly params: Promise<Params> },
) => Response | Promise<Response>;

/** The routes that answer themselves, "app/readyz/route.ts", by what is in the folder. */
export const routeFiles = filesNamed("route");

/** The HTTP methods that a route answers. */
export async function methodsOf(file: string): Promise<readonly string[]> {
  return Object.keys(await loadFile(file)).filter((name) => /^[A-Z]+$/u.test(name));
}

/**
 * Calls the route of an address as the framework would, without a server.
 * @param way "GET /cases.csv?period=all"
 * @param body JSON
 * @throws where no route has the address, or what the route throws
 */
export async function callRoute(
  way: string,
  headers: CallerHeaders = {},
  body: string | null = null,
): Promise<Answer> {
  const [method = "", path = ""] = way.split(" ");
  const left = new AbortController();
  const request = new NextRequest(`${testOrigin}${path}`, {
    ...{ method, body, signal: left.signal },
    headers: body === null ? headers : { ...headers, "content-type": "application/json" },
  });
  const found = findFile(routeFiles, new URL(request.url).pathname, decodeURIComponent);
  if (found === null) throw new Error(`There is no route for ${path}.`);
  const handler = (await loadFile(found.file))[method];
  if (!isHandler(handler)) throw new Error(`${found.file} answers no ${method}.`);
  const params = Promise.resolve(found.params);
  try {
    const answer = await withinRequest(request, "action", () =>
      Promise.resolve(handler(request, { params })),
    );
    const sent = [...answer.headers].map(([name, value]) => `${name}: ${value}\n`).join("");
    return { status: answer.status, text: `${sent}\n${await bodyOf(answer)}` };
  } finally {
    left.abort();
  }
}

/** The framework checks in the build that what a route exports by a method's name is one. */
function isHandler(exported: unknown): exported is Handler {
  return typeof exported === "function";
}

async function bodyOf(answer: Response): Promise<string> {
  if (answer.headers.get("content-type")?.startsWith("text/event-stream") !== true)
    return answer.text();
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (reader !== undefined && !/^data: .*\n\n/mu.test(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader?.cancel();
  return text;
}
