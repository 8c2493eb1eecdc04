"use client";

import { useRouter } from "next/navigation";
import type { ShortcutName } from "@/lib/format/layout/shortcuts";
import { useShortcuts } from "./use-shortcuts";

type LinkKeysProps = {
  /** Where each key leads; a key with null is left alone. */
  hrefs: Partial<Readonly<Record<ShortcutName, string | null>>>;
  /** "replace": Back leads past it. */
  method?: "push" | "replace";
  scroll?: boolean;
};

/** Keys that do what links do. */
export function LinkKeys({ hrefs, method = "push", scroll = true }: LinkKeysProps) {
  const router = useRouter();
  useShortcuts(
    Object.fromEntries(
      Object.entries(hrefs).flatMap(([name, href]) => {
        const go = () => {
          router[method](href ?? "", { scroll });
        };
        return href === null ? [] : [[name, go]];
      }),
    ),
  );
  return null;
}
