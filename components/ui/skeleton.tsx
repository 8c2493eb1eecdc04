/** A grey block in the height of what is coming. `rows` are lines of a table or a list. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" className="grid gap-px overflow-hidden rounded-card border border-border">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-9 items-center gap-4 bg-panel px-3" aria-hidden="true">
          <div className="h-3 w-16 rounded-chip bg-neutral-wash" />
          <div className="h-3 w-24 rounded-chip bg-neutral-wash" />
          <div className="h-3 flex-1 rounded-chip bg-neutral-wash" />
        </div>
      ))}
    </div>
  );
}
