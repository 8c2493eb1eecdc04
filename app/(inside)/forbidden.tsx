import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClasses } from "@/components/ui/button-classes";
import { refusalSentence } from "@/lib/auth/authorize";
import { currentViewer } from "@/lib/auth/current-viewer";
import { refusal } from "@/lib/auth/require-viewer";
import { roleNames } from "@/lib/domain/people/permission";

export const metadata: Metadata = { title: "Not for your role" };

/** The page for a missing permission: says who may open it. */
export default async function Forbidden() {
  const viewer = await currentViewer();
  const { permission } = refusal();
  return (
    <>
      <PageHeader title="You may not open this page" />
      {viewer === null || permission === null ? null : (
        <p className="max-w-prose text-text-muted">
          You are signed in as {roleNames[viewer.role]}. {refusalSentence(viewer, permission)}
        </p>
      )}
      <p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </p>
    </>
  );
}
