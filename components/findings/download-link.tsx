/** A link to a file, as it stands beside a list's tabs. */
export function DownloadLink({ href, words }: { href: string; words: string }) {
  return (
    <a
      className="inline-flex min-h-6 items-center text-secondary text-link hover:underline"
      href={href}
      download
    >
      {words}
    </a>
  );
}
