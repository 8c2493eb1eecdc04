import { headers } from "next/headers";
import { deviceOf } from "./sign-in/device-of";
import { addressHeader, networkOf } from "./network-of";

/** Where the request that is answered came from. */
export type RequestSource = { readonly network: string; readonly device: string };

/** The network and the browser of the request that is answered. */
export async function requestSource(): Promise<RequestSource> {
  const sent = await headers();
  return {
    network: networkOf(sent.get(addressHeader)),
    device: deviceOf(sent.get("user-agent")),
  };
}
