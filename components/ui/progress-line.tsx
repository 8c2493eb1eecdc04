/** A thin pending indicator at the top of the window. */
export function ProgressLine({ isPending }: { isPending: boolean }) {
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-0 z-40 h-0.5 overflow-hidden"
    >
      {isPending ? (
        <div className="progress h-full w-1/3 bg-action">
          <span className="sr-only">Loading</span>
        </div>
      ) : null}
    </div>
  );
}
