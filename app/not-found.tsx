import type { Metadata } from "next";
import { NoSuchPage } from "@/components/layout/no-such-page";
import { Frame } from "./frame";

export const metadata: Metadata = { title: "No such page" };

/** An unknown address. */
export default function NotFound() {
  return (
    <Frame>
      <NoSuchPage />
    </Frame>
  );
}
