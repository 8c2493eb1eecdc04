type DemoBannerProps = {
  /** Whether a workspace exists beside the demo. */
  hasOwnSpans: boolean;
  /** A visitor of the demo has no account. */
  isVisitor: boolean;
};

/** Says that the demo's data is made up, and how to see one's own. */
export function DemoBanner({ hasOwnSpans, isVisitor }: DemoBannerProps) {
  return (
    <aside
      aria-label="Demo workspace"
      className="rounded-card max-roomy:order-first border border-border bg-sunken px-3 py-2 text-secondary text-text-muted"
    >
      <strong className="font-semibold text-text">Demo workspace.</strong> These customers and
      conversations are made up.{" "}
      {isVisitor ? "To see your own, leave the demo and sign in with an account." : null}
      {!isVisitor && hasOwnSpans
        ? "Your own data are kept apart from them: choose “My data” to see those."
        : null}
      {isVisitor || hasOwnSpans ? null : (
        <span className="max-roomy:hidden">
          To see your own, run{" "}
          <code className="font-mono">npx throughline ingest &lt;file&gt;</code> or point an OTLP
          exporter at <code className="font-mono">/v1/traces</code>; from the first span on, “My
          data” shows them, apart from these.
        </span>
      )}
    </aside>
  );
}
