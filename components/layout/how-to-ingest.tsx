/** The ways in, for a page that waits for data. */
export function HowToIngest() {
  return (
    <>
      <p>Send an export of your own from this folder:</p>
      <pre className="max-w-full overflow-x-auto rounded-control bg-sunken px-3 py-2 font-mono text-secondary">
        npx throughline ingest &lt;file&gt;
      </pre>
      <p>
        or point an OTLP/HTTP exporter, JSON or protobuf, at <code>POST /v1/traces</code> on this
        address, with a token: <code>npx throughline token add &lt;name&gt;</code> prints one, to be
        sent as <code>Authorization: Bearer</code>.
      </p>
    </>
  );
}
