import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/sign-in/auth-options";
import { endOwnSession } from "@/lib/auth/sign-in/end-own-session";
import { isDomainError } from "@/lib/domain/domain-error";
import { foreignPageSentence, isOwnPage } from "@/lib/domain/people/is-own-page";
import { readBody } from "@/lib/pipeline/intake/read-body";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The only next-auth routes that are served: those our pages and providers use. */
const answered = {
  GET: new Set(["csrf", "callback/oidc"]),
  POST: new Set(["signin/oidc", "signout", "callback/password", "callback/demo"]),
};

/** next-auth's own error and sign-in pages; replaced by ours. */
const ownPages = new Set(["error", "signin"]);

const bodyBytesMax = 16 * 1024;
const arrivalMs = 20_000;
const tornSentence = "The body did not arrive whole. Load the page again and repeat it there.";

/** GET routes: the CSRF token and the provider's callback. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const path = (await context.params).nextauth.join("/");
  if (ownPages.has(path)) return toSignIn(request);
  return answered.GET.has(path) ? answer(request, context) : notFound();
}

/**
 * POST routes: sign-in and sign-out. Sign-out also ends the session's row, so that a copied cookie is
 * invalid.
 */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const path = (await context.params).nextauth.join("/");
  if (!answered.POST.has(path)) return notFound();
  if (!isOwnPage(request.headers)) {
    return Response.json({ sentence: foreignPageSentence }, { status: 403 });
  }
  const small = await readSmall(request);
  if (small instanceof Response) return small;
  if (path !== "signout") return answer(small, context);
  await endOwnSession();
  return forgetting(await answer(small, context));
}

/** Clears the browser's cache and storage of this site; cookies stay. */
function forgetting(answered: Response): Response {
  const headers = new Headers(answered.headers);
  headers.set("clear-site-data", '"cache", "storage"');
  return new Response(answered.body, { status: answered.status, headers });
}

/** The same request with its body read, up to a limit; next-auth throws where its JSON is torn. */
async function readSmall(request: NextRequest): Promise<NextRequest | Response> {
  try {
    // Small enough to need no share of the memory budget for ingestion.
    const limits = { maxBytes: bodyBytesMax, maxMs: arrivalMs, grow: () => undefined };
    const chunks = await readBody(request.body, { isGzip: false, ...limits });
    const { url, method, headers } = request;
    const body = Buffer.concat(chunks);
    if (headers.get("content-type")?.includes("application/json") && !isJson(body.toString())) {
      return Response.json({ sentence: tornSentence }, { status: 400 });
    }
    return new NextRequest(url, { method, headers, body });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return Response.json({ sentence: error.message }, { status: 413 });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function toSignIn(request: NextRequest): Response {
  const error = request.nextUrl.searchParams.get("error");
  const search = error === null ? "" : `?error=${encodeURIComponent(error)}`;
  return new Response(null, { status: 303, headers: { location: `/sign-in${search}` } });
}

function notFound(): Response {
  return new Response("There is nothing at this address.\n", { status: 404 });
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const handle = NextAuth(authOptions()) as (
    request: NextRequest,
    context: Context,
  ) => Promise<Response>;
  return handle(request, context);
}
