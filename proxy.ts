import { NextResponse, type NextRequest } from "next/server";

/** Answers an address that no text encodes, which would be a server's error further on. */
export function proxy(request: NextRequest): NextResponse {
  try {
    decodeURIComponent(request.nextUrl.pathname);
    return NextResponse.next();
  } catch {
    return new NextResponse("This address is not one: it holds a % that encodes nothing.\n", {
      status: 400,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}

// Never where bodies come in: what passes through here is read into memory, and cut off at a limit.
export const config = { matcher: ["/cases/:path*", "/customers/:path*", "/traces/:path*"] };
