import type { Metadata } from "next";
import { OutsideFrame } from "@/components/access/outside-frame";
import { NoSuchPage } from "@/components/layout/no-such-page";
import { currentViewer } from "@/lib/auth/current-viewer";
import { Frame } from "./frame";
import RootLayout, { metadata as ofAll } from "./layout";

export const metadata: Metadata = { ...ofAll, title: "No such page · Throughline" };
export const dynamic = "force-dynamic";

/** An unknown address: a document of its own, since Next.js sends a root `not-found.tsx` along with every page. */
export default async function GlobalNotFound() {
  const Around = (await currentViewer()) === null ? OutsideFrame : Frame;
  return (
    <RootLayout>
      <Around>
        <NoSuchPage />
      </Around>
    </RootLayout>
  );
}
