import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClasses } from "@/components/ui/button-classes";
import { Frame } from "./frame";

export const metadata: Metadata = { title: "No such page" };

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <Frame>
      <PageHeader title="There is no page at this address" />
      <p className="text-text-muted">It may be mistyped, or of a version that had such a page.</p>
      <p>
        <Link className={buttonClasses.default} href="/cases">
          All cases
        </Link>
      </p>
    </Frame>
  );
}
