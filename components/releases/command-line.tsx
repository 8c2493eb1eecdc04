import { CopyButton } from "../ui/copy-button";

/** A command to copy. */
export function CommandLine({ command }: { command: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-bg px-3 py-2">
      <code className="min-w-0 flex-1 font-mono text-secondary [overflow-wrap:anywhere]">
        {command}
      </code>
      <CopyButton label="Copy" text={command} />
    </div>
  );
}
