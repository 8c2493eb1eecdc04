type ProgressBarProps = {
  label: string;
  /** From 0 to 1; null: indeterminate. */
  share: number | null;
};

/** A progress bar. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === null ? undefined : Math.floor(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1 overflow-hidden rounded-chip bg-neutral-wash"
    >
      <div
        className={`h-full bg-action ${percent === undefined ? "w-1/4 motion-safe:animate-pulse" : ""}`}
        style={percent === undefined ? undefined : { width: `${String(percent)}%` }}
      />
    </div>
  );
}
