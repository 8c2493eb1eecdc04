import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/auth-options";
import { foreignPageSentence, isOwnPage } from "@/lib/domain/is-own-page";
import { endOwnSession } from "@/lib/auth/end-own-session";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What next-auth answers: its token against forgery, the ways to sign in, and what a provider sends back. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, context);
}

/** Signing in and out. Signing out ends the session's row too, so that a copied cookie ends with it. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isOwnPage(request.headers)) {
    return Response.json({ sentence: foreignPageSentence }, { status: 403 });
  }
  if ((await context.params).nextauth[0] === "signout") await endOwnSession();
  return answer(request, context);
}

async function answer(request: Request, context: Context): Promise<Response> {
  const handle = NextAuth(authOptions()) as (
    request: Request,
    context: Context,
  ) => Promise<Response>;
  return handle(request, context);
}
