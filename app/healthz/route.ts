export const dynamic = "force-dynamic";

/** For supervisors and load balancers: the server answers. */
export function GET(): Response {
  return new Response("ok", { headers: { "content-type": "text/plain; charset=utf-8" } });
}
