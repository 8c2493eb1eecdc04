import type { APIRequestContext } from "@playwright/test";
import { actionsInBuild } from "./route-access";

/**
 * Calls a server action like a page.
 * @param name of the exported function
 * @returns its response
 */
export async function callAction(
  request: APIRequestContext,
  url: string,
  name: string,
  input: unknown,
): Promise<string> {
  const action = actionsInBuild().find((each) => each.name.endsWith(` ${name}`));
  const headers = {
    "next-action": action?.id ?? "",
    origin: url,
    accept: "text/x-component",
    "content-type": "text/plain;charset=UTF-8",
  };
  const path = (action?.page ?? "").replace(":id", "no-such-id");
  const data = JSON.stringify([input]);
  return (await request.post(`${url}${path}`, { headers, data })).text();
}
