import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { createCodec } from "@/lib/format/address/codec";
import { oneOf, optional } from "@/lib/format/address/field";
import { idSegment } from "@/lib/format/id-segment";

/** The query of `/t/<id>`. */
export const lookupCodec = createCodec({
  /** Where the id is looked for; null: where the viewer is. */
  workspace: optional("workspace", oneOf(workspaceNames)),
});

/**
 * The address that opens whatever has an id: a trace, a span, a case or a contact.
 * @param workspace where it is looked for; null: where the viewer is
 */
export function lookupHref(id: string, workspace: WorkspaceName | null): string {
  return lookupCodec.href(`/t/${idSegment(id)}`, { workspace });
}

/** The address that shows another workspace and opens a path of it. */
export function workspaceHref(workspace: WorkspaceName, path: string): string {
  return `/workspaces/${workspace}?to=${encodeURIComponent(path)}`;
}
