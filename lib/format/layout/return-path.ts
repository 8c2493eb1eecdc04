const anywhere = "http://nowhere.invalid";

/**
 * The path to open after signing in.
 * @param to from the address, untrusted
 * @returns always a path of this server, with its query; "/" where `to` is none
 */
export function returnPath(to: string | null): string {
  if (to === null || !to.startsWith("/") || !URL.canParse(to, anywhere)) return "/";
  const url = new URL(to, anywhere);
  const isOurs = url.origin === anywhere && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}` : "/";
}

/** The sign-in page's address with the path to return to. */
export function signInHref(path: string): string {
  return path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`;
}
