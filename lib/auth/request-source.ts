import { headers } from "next/headers";
import { deviceOf } from "./sign-in/device-of";
import { addressHeader, networkOf } from "./network-of";

/** Origin of the current request. */
export type RequestSource = { readonly network: string; readonly device: string };

/** The network and browser of the current request. */
export async function requestSource(): Promise<RequestSource> {
  const sent = await headers();
  return {
    network: networkOf(sent.get(addressHeader)),
    device: deviceOf(sent.get("user-agent")),
  };
}
