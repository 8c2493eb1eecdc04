import type { Metadata } from "next";
import { NoSuchPage } from "@/components/layout/no-such-page";

export const metadata: Metadata = { title: "No such page" };

/** An address inside the frame that leads to nothing. */
export default function NotFound() {
  return <NoSuchPage />;
}
