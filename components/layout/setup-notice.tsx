/** A notice to admins above each page about problems of the server's setup. */
export function SetupNotice({ sentence }: { sentence: string }) {
  return (
    <aside
      aria-label="Setup"
      className="rounded-card max-roomy:order-first border border-border bg-sunken px-3 py-2 text-secondary text-text-muted"
    >
      <strong className="font-semibold text-text">Setup.</strong> {sentence}
    </aside>
  );
}
