/** A keyboard key. */
export function Kbd({ label }: { label: string }) {
  return (
    <kbd className="inline-block min-w-4.5 rounded-chip border border-border bg-sunken px-1 text-center font-mono text-axis text-text-muted">
      {label}
    </kbd>
  );
}
