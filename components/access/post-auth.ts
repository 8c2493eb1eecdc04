import { z } from "zod";
import { signInProblem } from "@/lib/format/layout/sign-in-words";

/** The outcome of a call to next-auth. */
export type AuthAnswer =
  | { readonly isDone: true; readonly url: string }
  | { readonly isDone: false; readonly sentence: string };

const csrfSchema = z.object({ csrfToken: z.string() });
const answerSchema = z.object({ url: z.string() });

/**
 * Posts to next-auth (https://next-auth.js.org/getting-started/rest-api) with its token against forgery.
 * @param path below /api/auth: "callback/password", "signin/oidc" or "signout"
 */
export async function postAuth(
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<AuthAnswer> {
  try {
    const { csrfToken } = csrfSchema.parse(await readJson(await fetch("/api/auth/csrf")));
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    const response = await fetch(`/api/auth/${path}`, { method: "POST", body });
    const { url } = answerSchema.parse(await readJson(response));
    const { searchParams } = new URL(url, window.location.origin);
    // The token was fetched just now: next-auth misses it only where its cookie was not kept.
    if (searchParams.has("csrf")) return refused("no-cookies");
    const error = searchParams.get("error");
    return error === null ? { isDone: true, url } : refused(error);
  } catch {
    return refused("unreachable");
  }
}

function refused(error: string): AuthAnswer {
  return { isDone: false, sentence: signInProblem(error) };
}

async function readJson(response: Response): Promise<unknown> {
  return response.json();
}
