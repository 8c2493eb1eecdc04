import { NextResponse, type NextRequest } from "next/server";
import { foreignPageSentence, isOwnPage } from "./app/is-own-page";

/** Answers what would be a server's error further on: a foreign page's action, an address that no text encodes. */
export function proxy(request: NextRequest): NextResponse {
  if (request.method === "POST" && !isOwnPage(request.headers)) {
    return plain(403, foreignPageSentence);
  }
  try {
    decodeURIComponent(request.nextUrl.pathname);
    return NextResponse.next();
  } catch {
    return plain(400, "This address is not one: it holds a % that encodes nothing.");
  }
}

function plain(status: number, sentence: string): NextResponse {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return new NextResponse(`${sentence}\n`, { status, headers });
}

// Never where bodies come in: what passes through here is read into memory, and cut off at a limit.
export const config = {
  matcher: [
    "/",
    "/cases/:path*",
    "/customers/:path*",
    "/traces/:path*",
    "/data-health",
    "/ingest",
    "/settings",
  ],
};
