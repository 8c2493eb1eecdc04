"use client";

import { useRouter } from "next/navigation";
import type { TracePageModel } from "@/lib/pages/trace/trace-page-model";
import type { ShortcutHandlers, ShortcutName } from "@/lib/format/layout/shortcuts";
import { useShortcuts } from "../ui/use-shortcuts";

/** Walks and folds the tree of spans by keys. */
export function TraceKeys({ keys }: Pick<TracePageModel, "keys">) {
  const router = useRouter();
  const handler = (name: ShortcutName, href: string | null): ShortcutHandlers =>
    href === null
      ? {}
      : {
          [name]: () => {
            router.replace(href, { scroll: false });
          },
        };
  useShortcuts({
    ...handler("nextSpan", keys.next),
    ...handler("previousSpan", keys.previous),
    ...handler("collapseSpan", keys.collapse),
    ...handler("expandSpan", keys.expand),
  });
  return null;
}
