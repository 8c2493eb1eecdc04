import { NextResponse, type NextRequest } from "next/server";

/** Forms of pages that work without JavaScript, whose body names the action: the framework answers a torn one with 500. */
export const config = {
  matcher: [
    {
      source: "/:path*",
      has: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }],
      missing: [{ type: "header", key: "next-action" }],
    },
  ],
};

const tornSentence =
  "This form did not arrive whole, or is larger than a megabyte. Load the page again and repeat it there.";

/** Next calls this before it answers what `config` matches: refuses a form whose body cannot be read. */
export async function proxy(request: NextRequest): Promise<Response> {
  if (request.method !== "POST") return NextResponse.next();
  try {
    await request.formData();
    return NextResponse.next();
  } catch {
    return new Response(`${tornSentence}\n`, { status: 400 });
  }
}
