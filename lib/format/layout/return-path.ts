const anywhere = "http://nowhere.invalid";

/**
 * Where somebody goes after signing in: the page of ours they wanted.
 * @param to what the address says, whoever wrote it
 * @returns a path with its query, of this server whatever `to` is; "/" where it is none
 */
export function returnPath(to: string | null): string {
  if (to === null || !to.startsWith("/") || !URL.canParse(to, anywhere)) return "/";
  const url = new URL(to, anywhere);
  const isOurs = url.origin === anywhere && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}` : "/";
}

/** The sign-in page that leads on to a path. */
export function signInHref(path: string): string {
  return path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`;
}
