import Link from "next/link";
import type { CountLink } from "@/lib/pages/disclosures/disclosures-model";

/** A count that opens its list. */
export function CountCell({ count: { words, href } }: { count: CountLink }) {
  if (href === null) return <span className="text-text-faint">{words === "0" ? "–" : words}</span>;
  return (
    <Link
      className="inline-flex min-h-6 items-center text-link hover:underline"
      href={href}
      prefetch={false}
    >
      {words}
    </Link>
  );
}
