import type { Metadata } from "next";
import { NoSuchPage } from "@/components/layout/no-such-page";

export const metadata: Metadata = { title: "No such page" };

/** An unknown address, for a signed-in viewer. */
export default function NotFound() {
  return <NoSuchPage />;
}
