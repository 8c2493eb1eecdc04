import Link from "next/link";

/** A link to a run or a cohort; only its words for viewers who may not open them. @param props `href`: null: may not */
export function GateLink({ href, words }: { href: string | null; words: string }) {
  if (href === null) return <span className="[overflow-wrap:anywhere]">{words}</span>;
  return (
    <Link
      className="inline-flex min-h-6 items-center [overflow-wrap:anywhere] text-link hover:underline"
      href={href}
      prefetch={false}
    >
      {words}
    </Link>
  );
}
