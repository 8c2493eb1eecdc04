"use client";

import { useRouter } from "next/navigation";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { applyWorkspace } from "./apply-workspace";

const labels: Readonly<Record<WorkspaceName, string>> = { main: "My data", demo: "Demo" };

/** Chooses between one's own data and the demo; the list of cases opens anew. */
export function WorkspaceSwitch({ shown }: { shown: WorkspaceName }) {
  const router = useRouter();
  return (
    <div
      role="group"
      aria-label="Workspace"
      className="flex overflow-hidden rounded-control border border-border bg-panel text-secondary"
    >
      {workspaceNames.map((name) => (
        <button
          key={name}
          type="button"
          className={`min-h-6 flex-1 cursor-pointer px-1.5 -outline-offset-2 max-roomy:min-h-8 ${name === shown ? "bg-selected font-semibold text-text" : "text-text-muted hover:bg-hover"}`}
          aria-pressed={name === shown}
          onClick={() => {
            applyWorkspace(name);
            router.push("/cases");
            router.refresh();
          }}
        >
          {labels[name]}
        </button>
      ))}
    </div>
  );
}
