"use client";

import { PageError } from "@/components/layout/page-error";

type ErrorPageProps = { error: Error & { digest?: string } };

/** The error boundary of what has no frame around it: also of the frame itself. */
export default function ErrorPage({ error }: ErrorPageProps) {
  return (
    <main className="p-6">
      <PageError error={error} />
    </main>
  );
}
