import Link from "next/link";
import type { ReadingLink } from "@/lib/pages/alerts/alert-sentences";

/** The lists that a figure counts. */
export function ReadingLinks({ links }: { links: readonly ReadingLink[] }) {
  return links.map(({ words, href }) => (
    <Link
      key={href}
      className="inline-flex min-h-6 items-center text-link hover:underline"
      href={href}
      prefetch={false}
    >
      {words}
    </Link>
  ));
}
