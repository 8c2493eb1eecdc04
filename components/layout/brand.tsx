import Link from "next/link";

/** Name and logo, linking to the start page. */
export function Brand({ href }: { href: string }) {
  return (
    <Link
      className="flex items-center gap-2 px-2 font-semibold tracking-tight roomy:pb-3.5 max-roomy:px-0"
      href={href}
    >
      <svg
        className="size-5"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path d="M1.5 14.5h4.2c4 0 4.6-9 8.6-9h4.2" />
        <circle cx="5.6" cy="14.5" r="2.2" fill="var(--sunken)" />
        <circle cx="14.4" cy="5.5" r="2.2" fill="currentColor" />
      </svg>
      Throughline
    </Link>
  );
}
